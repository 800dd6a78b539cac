-- Counts what was done to a case or its files, so that each of it makes a new version of the row.
alter table intake_case add column changes integer default 0 not null;
