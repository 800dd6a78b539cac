-- One table for all numbers that may have no holes; what three tables counted goes on from where it stood.

create table number_series (
    series varchar(220) not null primary key,
    last_number bigint not null
);

-- Who opens a series holds this row meanwhile; its number counts the series opened.
insert into number_series (series, last_number) values ('', 0);

insert into number_series (series, last_number)
    select 'package/' || window_code || '/' || serial_year, last_serial from package_serial;
insert into number_series (series, last_number)
    select 'list/' || window_code || '/' || serial_year, last_serial from transfer_serial;
insert into number_series (series, last_number)
    select 'code/' || series, last_serial from archival_code_serial;

drop table package_serial;
drop table transfer_serial;
drop table archival_code_serial;
