-- Each queue and each search reads its page along an index, whatever years of work lie beside it.

-- All packages of a window or offered to an agency, by number.
create index archival_package_of_window on archival_package (window_code, package_number, version);
create index archival_package_of_agency on archival_package (agency_code, package_number, version);
-- Failed, and passed but not registered.
create index archival_package_tested on archival_package (window_code, state, detection_passed, package_number);
-- Waiting for their time-stamp: of a window, and of the installation, longest waiting first.
create index archival_package_window_time on archival_package (window_code, time_stamped_at, package_number);
create index archival_package_time on archival_package (time_stamped_at, fixed_at);

create index transfer_list_window_last on transfer_list (window_code, last_at);
create index transfer_list_agency_last on transfer_list (agency_code, last_at);

-- A page of a list's packages; and what was sent back to a window, which the row itself now says.
create index transfer_package_rows on transfer_package (list_number, ordinal, package_number);
alter table transfer_package add column window_code varchar(32);
update transfer_package set window_code =
    (select l.window_code from transfer_list l where l.list_number = transfer_package.list_number);
alter table transfer_package alter column window_code set not null;
create index transfer_package_returned on transfer_package (window_code, decision, open_key, correct_by);

create index register_entry_window_agency on register_entry (window_code, agency_code, registered_at);
create index holding_of_agency on holding (agency_code, archival_code);
