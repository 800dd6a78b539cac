-- Package versions and the numbers given to them.

create table package_serial (
    window_code varchar(32) not null,
    serial_year integer not null,
    last_serial bigint not null,
    primary key (window_code, serial_year)
);

-- One number for each case, taken before the package is built, so that a failed build leaves no hole.
create table package_number (
    application_number varchar(50) not null primary key,
    package_number varchar(64) not null unique,
    given_at timestamp(6) with time zone not null
);

create table archival_package (
    package_number varchar(64) not null,
    version integer not null,
    state varchar(16) not null,
    application_number varchar(50) not null,
    item_code varchar(64) not null,
    item_name varchar(500) not null,
    item_type varchar(64) not null,
    title varchar(1000) not null,
    window_code varchar(32) not null,
    agency_code varchar(64) not null,
    retention varchar(16) not null,
    closed_year integer not null,
    zip_octets bigint not null,
    zip_sm3 varchar(64) not null,
    zip_sha256 varchar(64) not null,
    manifest_sm3 varchar(64) not null,
    files integer not null,
    content_octets bigint not null,
    signer varchar(500) not null,
    fixed_at timestamp(6) with time zone not null,
    time_stamped_at timestamp(6) with time zone,
    later_token_octets bigint,
    later_token_sm3 varchar(64),
    later_token_sha256 varchar(64),
    answers_list varchar(100),
    answers_reason text,
    detection_passed boolean,
    detection_report varchar(64),
    detected_at timestamp(6) with time zone,
    registered_at timestamp(6) with time zone,
    offered_at timestamp(6) with time zone,
    accepted_at timestamp(6) with time zone,
    held_at timestamp(6) with time zone,
    returned_at timestamp(6) with time zone,
    returned_list varchar(100),
    return_reason text,
    successor integer,
    row_version bigint not null,
    primary key (package_number, version),
    constraint archival_package_state check (state in
        ('FIXED', 'DETECTED', 'REGISTERED', 'OFFERED', 'ACCEPTED', 'HELD', 'RETURNED')),
    constraint archival_package_version check (version >= 1),
    constraint archival_package_passed check
        (state not in ('REGISTERED', 'OFFERED', 'ACCEPTED', 'HELD', 'RETURNED') or detection_passed = true),
    constraint archival_package_reason check (state <> 'RETURNED' or return_reason is not null),
    constraint archival_package_successor check (successor is null or successor = version + 1)
);

create index archival_package_window on archival_package (window_code, state, package_number);
create index archival_package_agency on archival_package (agency_code, state, package_number);
create index archival_package_application on archival_package (application_number, version);
