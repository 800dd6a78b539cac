-- Holdings of the agencies: an index over the OCFL objects, from which it can be made again.

create table holding (
    archival_code varchar(200) not null primary key,
    package_number varchar(64) not null,
    package_version integer not null,
    application_number varchar(50) not null,
    list_number varchar(64) not null,
    list_version integer not null,
    window_code varchar(32) not null,
    agency_code varchar(64) not null,
    fonds varchar(16) not null,
    title varchar(1000) not null,
    item_code varchar(64) not null,
    item_name varchar(500) not null,
    retention varchar(16) not null,
    closed_year integer not null,
    zip_octets bigint not null,
    zip_sm3 varchar(64) not null,
    zip_sha256 varchar(64) not null,
    object_id varchar(200) not null,
    state varchar(16) not null,
    begun_at timestamp(6) with time zone not null,
    held_at timestamp(6) with time zone,
    row_version bigint not null,
    constraint holding_package unique (package_number),
    constraint holding_object unique (object_id),
    constraint holding_state check (state in ('WRITING', 'HELD')),
    constraint holding_held check (state <> 'HELD' or held_at is not null)
);
create index holding_agency on holding (agency_code, state, archival_code);
create index holding_application on holding (application_number);
create index holding_list on holding (list_number);

-- The files inside the package of a holding, as its manifest names them.
create table holding_file (
    archival_code varchar(200) not null references holding (archival_code),
    position integer not null,
    path varchar(2000) not null,
    octets bigint not null,
    sm3 varchar(64) not null,
    sha256 varchar(64) not null,
    primary key (archival_code, position)
);
create index holding_file_sha256 on holding_file (sha256);
create index holding_file_sm3 on holding_file (sm3);
