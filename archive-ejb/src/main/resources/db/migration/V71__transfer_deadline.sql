-- By when a list has to move on, and by when returned packages have to come again.

alter table transfer_list add column due_step varchar(16);
alter table transfer_list add column due_on date;
alter table transfer_list add constraint transfer_list_due check
    ((due_step is null and due_on is null) or (due_on is not null and due_step in ('RECEIPT', 'REVIEW', 'SIGN_OFF')));
create index transfer_list_due_on on transfer_list (due_on, list_number);
create index transfer_list_agency_due on transfer_list (agency_code, due_on);
create index transfer_list_window_due on transfer_list (window_code, due_on);

alter table transfer_package add column correct_by date;
create index transfer_package_correct_by on transfer_package (correct_by);
