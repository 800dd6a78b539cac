-- Service items and the versions of their archiving configuration.
create table service_item (
    code varchar(64) not null primary key,
    name varchar(200) not null,
    item_type varchar(32) not null check (item_type in ('ADMINISTRATIVE_POWER', 'PUBLIC_SERVICE')),
    agency_code varchar(16) not null,
    row_version bigint not null
);

-- No row means: taken at every window.
create table service_item_window (
    item_code varchar(64) not null references service_item (code),
    window_code varchar(16) not null,
    primary key (item_code, window_code)
);

create table archiving_configuration (
    id varchar(80) not null primary key,
    item_code varchar(64) not null references service_item (code),
    configuration_version integer not null check (configuration_version > 0),
    retention varchar(16) not null check (retention in ('PERMANENT', 'YEARS_30', 'YEARS_10')),
    valid_from timestamp(6) with time zone not null,
    unique (item_code, configuration_version)
);

create table material_rule (
    configuration_id varchar(80) not null references archiving_configuration (id),
    name varchar(100) not null,
    folder varchar(100) not null,
    kind varchar(16) not null check (kind in ('APPLICATION', 'ISSUING', 'PROCESS', 'RESULT')),
    required boolean not null,
    position integer not null check (position > 0),
    primary key (configuration_id, name)
);
