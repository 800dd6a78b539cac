-- Transfer lists, what is on them, their fixed versions and the signatures of both parties.

create table transfer_serial (
    window_code varchar(32) not null,
    serial_year integer not null,
    last_serial bigint not null,
    primary key (window_code, serial_year)
);

create table transfer_list (
    list_number varchar(64) not null primary key,
    window_code varchar(32) not null,
    agency_code varchar(64) not null,
    resubmits varchar(64) references transfer_list (list_number),
    state varchar(16) not null,
    list_version integer not null,
    concluded boolean not null,
    next_ordinal integer not null,
    packages integer not null,
    files bigint not null,
    content_octets bigint not null,
    tested integer not null,
    failed integer not null,
    accepted integer not null,
    returned integer not null,
    last_act varchar(32) not null,
    last_user varchar(64) not null,
    last_name varchar(100) not null,
    last_organization varchar(64) not null,
    last_at timestamp(6) with time zone not null,
    last_packages integer not null,
    submitted_at timestamp(6) with time zone,
    revision bigint not null,
    constraint transfer_list_state check (state in
        ('DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'RETURNED', 'SIGNED_BY_ONE', 'SIGNED', 'STORED', 'WITHDRAWN')),
    constraint transfer_list_parties check (window_code <> agency_code),
    constraint transfer_list_signed check (state not in ('SIGNED_BY_ONE', 'SIGNED', 'STORED') or concluded = true),
    constraint transfer_list_submitted check (state in ('DRAFT', 'WITHDRAWN') or submitted_at is not null)
);
create index transfer_list_window on transfer_list (window_code, state, list_number);
create index transfer_list_agency on transfer_list (agency_code, state, list_number);
create index transfer_list_state_only on transfer_list (state, list_number);

create table transfer_row (
    list_number varchar(64) not null references transfer_list (list_number),
    ordinal integer not null,
    item_code varchar(64) not null,
    item_name varchar(500) not null,
    item_type varchar(64) not null,
    remark varchar(2000) not null,
    primary key (list_number, ordinal)
);

-- open_key is the package number while the list is open and null afterwards: a package is on one open list at most.
create table transfer_package (
    list_number varchar(64) not null references transfer_list (list_number),
    package_number varchar(64) not null,
    open_key varchar(64),
    package_version integer not null,
    ordinal integer not null,
    last_list_version integer not null,
    application_number varchar(50) not null,
    title varchar(1000) not null,
    item_code varchar(64) not null,
    retention varchar(16) not null,
    files integer not null,
    content_octets bigint not null,
    zip_octets bigint not null,
    zip_sm3 varchar(64) not null,
    zip_sha256 varchar(64) not null,
    opinion varchar(200) not null,
    report varchar(64) not null,
    receipt_outcome varchar(16),
    receipt_report varchar(64),
    decision varchar(16) not null,
    reasons text,
    note text,
    decided_by varchar(100),
    decided_at timestamp(6) with time zone,
    archival_code varchar(200),
    primary key (list_number, package_number),
    constraint transfer_package_open unique (open_key),
    constraint transfer_package_open_self check (open_key is null or open_key = package_number),
    constraint transfer_package_decision check (decision in ('PENDING', 'ACCEPTED', 'RETURNED')),
    constraint transfer_package_reason check (decision <> 'RETURNED' or reasons is not null),
    constraint transfer_package_tested check
        (decision <> 'ACCEPTED' or (receipt_outcome is not null and receipt_outcome <> 'FAILED')),
    constraint transfer_package_held check (archival_code is null or decision = 'ACCEPTED')
);
create index transfer_package_rounds on transfer_package (package_number, package_version);
create index transfer_package_decision on transfer_package (decision, decided_at);

create table transfer_version (
    list_number varchar(64) not null references transfer_list (list_number),
    version integer not null,
    packages integer not null,
    files bigint not null,
    content_octets bigint not null,
    text_octets bigint not null,
    text_sm3 varchar(64) not null,
    text_sha256 varchar(64) not null,
    fixed_at timestamp(6) with time zone not null,
    primary key (list_number, version)
);

create table transfer_signature (
    list_number varchar(64) not null,
    version integer not null,
    party varchar(8) not null,
    user_name varchar(64) not null,
    display_name varchar(100) not null,
    organization_code varchar(64) not null,
    organization_name varchar(200) not null,
    certificate varchar(500) not null,
    text_sm3 varchar(64) not null,
    cms text not null,
    token text,
    signed_at timestamp(6) with time zone not null,
    primary key (list_number, version, party),
    foreign key (list_number, version) references transfer_version (list_number, version),
    constraint transfer_signature_party check (party in ('WINDOW', 'AGENCY')),
    constraint transfer_signature_person unique (list_number, version, user_name),
    constraint transfer_signature_organization unique (list_number, version, organization_code)
);

create table transfer_act (
    list_number varchar(64) not null references transfer_list (list_number),
    position integer not null,
    act varchar(32) not null,
    user_name varchar(64) not null,
    display_name varchar(100) not null,
    organization_code varchar(64) not null,
    acted_at timestamp(6) with time zone not null,
    packages integer not null,
    primary key (list_number, position)
);
