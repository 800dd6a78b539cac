-- The key of a refusal is longer than the words of success.
alter table operation alter column result set data type varchar(100);
