-- When the agency took the package of a case into its holdings; the process of the case is over then (DB43/T part 6, 6.10).
alter table intake_case add column archived_at timestamp(6) with time zone;
alter table intake_case add constraint intake_case_archived check (archived_at is null or state = 'ARRANGED');
update intake_case set archived_at = (
    select max(holding.held_at) from holding where holding.application_number = intake_case.application_number and holding.state = 'HELD')
where state = 'ARRANGED';
