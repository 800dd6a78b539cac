-- The archiving catalogue (归档目录清单) and the numbering of archival codes (档号).

create table register_entry (
    package_number varchar(64) not null,
    package_version integer not null,
    application_number varchar(50) not null,
    title varchar(1000) not null,
    item_code varchar(64) not null,
    item_name varchar(500) not null,
    item_type varchar(64) not null,
    window_code varchar(32) not null,
    agency_code varchar(64) not null,
    retention varchar(16) not null,
    closed_year integer not null,
    files integer not null,
    content_octets bigint not null,
    zip_octets bigint not null,
    zip_sm3 varchar(64) not null,
    zip_sha256 varchar(64) not null,
    report varchar(64) not null,
    registered_by varchar(100) not null,
    registered_at timestamp(6) with time zone not null,
    primary key (package_number, package_version),
    constraint register_entry_retention check (retention in ('PERMANENT', 'YEARS_30', 'YEARS_10'))
);
create index register_entry_window on register_entry (window_code, registered_at, package_number);
create index register_entry_application on register_entry (application_number);

-- How codes of a fonds look; a fonds without a row follows the default of DA/T 13-2022.
create table archival_code_rule (
    fonds varchar(16) not null primary key,
    pattern varchar(200) not null
);

-- The last item number given in a series (a code without its item number): no counter is shared by two series.
create table archival_code_serial (
    series varchar(200) not null primary key,
    last_serial bigint not null
);
