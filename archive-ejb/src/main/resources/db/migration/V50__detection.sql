-- Detection reports (检测报告, DA/T 70-2018) and what each check item came to.
create table detection_report (
    id varchar(36) not null,
    package_number varchar(64) not null,
    package_version integer not null,
    phase varchar(16) not null,
    organization varchar(64) not null,
    examined_by varchar(64) not null,
    profile_id varchar(64) not null,
    profile_standard varchar(64) not null,
    profile_edition varchar(64) not null,
    profile_digest varchar(80) not null,
    tool_version varchar(64) not null,
    started_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone not null,
    package_octets bigint not null,
    package_sm3 varchar(64) not null,
    package_sha256 varchar(64) not null,
    outcome varchar(16) not null,
    record_octets bigint,
    record_sm3 varchar(64),
    record_sha256 varchar(64),
    version bigint not null,
    constraint detection_report_pk primary key (id),
    constraint detection_report_phase check (phase in ('ARCHIVING', 'RECEIPT', 'PRESERVATION')),
    constraint detection_report_outcome check (outcome in ('PASSED', 'FAILED', 'INDETERMINATE', 'MANUAL')),
    constraint detection_report_times check (ended_at >= started_at)
);
create index detection_report_of_package on detection_report (package_number, phase, package_version, ended_at);

create table detection_item (
    report_id varchar(36) not null,
    position integer not null,
    code varchar(16) not null,
    name varchar(200) not null,
    english varchar(200) not null,
    item_group varchar(200) not null,
    characteristic varchar(16) not null,
    level varchar(8) not null,
    outcome varchar(16) not null,
    reason varchar(200),
    reason_arguments text,
    examined bigint not null,
    total bigint not null,
    micros bigint not null,
    findings text,
    decision varchar(16),
    decided_by varchar(200),
    decided_at timestamp(6) with time zone,
    decision_note varchar(2000),
    constraint detection_item_pk primary key (report_id, position),
    constraint detection_item_report foreign key (report_id) references detection_report (id),
    constraint detection_item_outcome check (outcome in ('PASSED', 'FAILED', 'INDETERMINATE', 'MANUAL', 'NOT_APPLICABLE')),
    -- A decision has a name, a time and a note, or there is none.
    constraint detection_item_decision check (
        (decision is null and decided_by is null and decided_at is null and decision_note is null)
        or (decision in ('PASSED', 'FAILED', 'NOT_APPLICABLE')
            and decided_by is not null and decided_at is not null and decision_note is not null))
);
