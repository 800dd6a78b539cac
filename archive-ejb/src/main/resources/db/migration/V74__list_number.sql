-- How the lists of a window are numbered, and every number given out: one row per list, whatever became of it.

create table list_number_rule (
    window_code varchar(32) not null primary key,
    pattern varchar(60) not null
);

create table list_number (
    window_code varchar(32) not null,
    serial_year integer not null,
    serial bigint not null check (serial > 0),
    list_number varchar(64) not null,
    primary key (window_code, serial_year, serial),
    constraint list_number_once unique (list_number)
);

insert into list_number (window_code, serial_year, serial, list_number)
    select window_code,
           cast(substring(list_number from position('-' in list_number) + 1 for 4) as integer),
           cast(substring(list_number from position('-' in list_number) + 6) as bigint),
           list_number
    from transfer_list;
