-- Deadlines of organizations, delays that were told, inboxes of people.

create table deadline_rules (
    organization_code varchar(16) not null primary key references organization (code),
    receipt_days integer not null check (receipt_days between 1 and 250),
    review_days integer not null check (review_days between 1 and 250),
    correction_days integer not null check (correction_days between 1 and 250),
    sign_off_days integer not null check (sign_off_days between 1 and 250),
    warning_days integer not null check (warning_days between 1 and 250),
    escalation_days integer not null check (escalation_days between 1 and 250),
    lead_user varchar(64) references person (user_name)
);

-- One row per delay and level: the key keeps two servers, and one that was restarted, from telling it twice.
create table deadline_told (
    subject_id varchar(200) not null,
    what varchar(64) not null,
    level varchar(32) not null,
    primary key (subject_id, what, level)
);

create table notice (
    id varchar(36) not null primary key,
    recipient varchar(64) not null references person (user_name),
    event varchar(32) not null,
    subject_kind varchar(32) not null,
    subject_id varchar(200) not null,
    detail varchar(200) not null,
    told_at timestamp(6) with time zone not null,
    read_at timestamp(6) with time zone
);
create index notice_inbox on notice (recipient, told_at);
create index notice_unread on notice (recipient, read_at);
