-- Cases as received, their files, and what was refused.
create table intake_case (
    application_number varchar(50) not null primary key,
    item_code varchar(64) not null,
    window_code varchar(16) not null,
    agency_code varchar(16) not null,
    title varchar(200) not null,
    applicant_name varchar(100),
    applicant_document_type varchar(50),
    applicant_document_number varchar(50),
    accepted_at timestamp(6) with time zone,
    closed_at timestamp(6) with time zone,
    result varchar(100),
    result_code varchar(100),
    state varchar(16) not null check (state in ('RECEIVED', 'ARRANGING', 'ARRANGED', 'SUPPLEMENTING')),
    submission_digest varchar(64) not null,
    configuration_version integer,
    round integer not null check (round >= 0),
    reopen_reason varchar(2000),
    received_at timestamp(6) with time zone not null,
    arranged_at timestamp(6) with time zone,
    row_version bigint not null,
    check (state <> 'ARRANGED' or (configuration_version is not null and arranged_at is not null and round > 0)),
    check (state <> 'SUPPLEMENTING' or (reopen_reason is not null and round > 0))
);
create index intake_case_queue on intake_case (window_code, state, closed_at, application_number);

create table case_opinion (
    application_number varchar(50) not null references intake_case (application_number),
    position integer not null,
    node varchar(50) not null,
    author varchar(100) not null,
    opinion_type varchar(50),
    body varchar(2000),
    made_at timestamp(6) with time zone not null,
    primary key (application_number, position)
);

create table case_file (
    id varchar(36) not null primary key,
    application_number varchar(50) not null references intake_case (application_number),
    position integer not null,
    material_name varchar(100),
    folder varchar(1000),
    original_name varchar(500) not null,
    safe_name varchar(200) not null,
    octets bigint not null,
    sm3 varchar(64) not null,
    sha256 varchar(64) not null,
    format varchar(32) not null,
    source varchar(16) not null check (source in ('APPLICANT', 'SYSTEM', 'SHARED_DATA', 'SCAN')),
    issuing_request_id varchar(32),
    received_at timestamp(6) with time zone not null,
    withdrawn_at timestamp(6) with time zone
);
create index case_file_case on case_file (application_number, position);

create table quarantine_entry (
    id varchar(36) not null primary key,
    window_code varchar(16) not null,
    application_number varchar(50),
    sent_by varchar(64) not null,
    refused_at timestamp(6) with time zone not null,
    refusal varchar(100) not null,
    files integer not null,
    octets bigint not null,
    findings_total integer not null
);
create index quarantine_entry_queue on quarantine_entry (window_code, refused_at);

create table quarantine_finding (
    entry_id varchar(36) not null references quarantine_entry (id),
    position integer not null,
    code varchar(100) not null,
    property varchar(16) not null,
    level varchar(16) not null,
    outcome varchar(16) not null,
    file_name varchar(600),
    place varchar(600),
    expected varchar(600),
    found varchar(600),
    message varchar(100) not null,
    arguments text,
    primary key (entry_id, position)
);
