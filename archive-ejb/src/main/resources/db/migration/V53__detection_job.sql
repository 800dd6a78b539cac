-- Batches of detections, and their packages one by one.
create table detection_job (
    id varchar(36) not null,
    organization varchar(16) not null,
    phase varchar(16) not null,
    subject varchar(100),
    requested_by varchar(64) not null,
    requested_name varchar(100) not null,
    state varchar(16) not null,
    packages integer not null,
    created_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    version bigint not null,
    constraint detection_job_pk primary key (id),
    constraint detection_job_subject unique (subject),
    constraint detection_job_state check (state in ('RUNNING', 'STOPPED', 'ENDED'))
);
create index detection_job_queue on detection_job (state, organization, created_at);
create index detection_job_list on detection_job (organization, created_at);

create table detection_job_row (
    id varchar(48) not null,
    job varchar(36) not null references detection_job (id),
    position integer not null,
    package_number varchar(64) not null,
    package_version integer not null,
    open_key varchar(200),
    state varchar(16) not null,
    taken_by varchar(100),
    not_before timestamp(6) with time zone not null,
    tries integer not null,
    report varchar(36) references detection_report (id),
    outcome varchar(16),
    reason varchar(200),
    ended_at timestamp(6) with time zone,
    version bigint not null,
    constraint detection_job_row_pk primary key (id),
    constraint detection_job_row_open unique (open_key),
    constraint detection_job_row_state check (state in ('WAITING', 'TAKEN', 'DONE', 'BROKEN')),
    constraint detection_job_row_is_open check ((open_key is not null) = (state in ('WAITING', 'TAKEN'))),
    constraint detection_job_row_taken check ((taken_by is not null) = (state = 'TAKEN')),
    constraint detection_job_row_done check ((state = 'DONE') = (report is not null))
);
create index detection_job_row_queue on detection_job_row (job, state, position);
create index detection_job_row_ended on detection_job_row (job, ended_at);
create index detection_job_row_taken_by on detection_job_row (state, taken_by);

-- Whose turn it was last, for all nodes.
create table detection_turn (
    organization varchar(16) not null,
    served_at timestamp(6) with time zone not null,
    constraint detection_turn_pk primary key (organization)
);
