-- Each organization's own profiles (本单位检测方案), version by version; and what reports say of them.
create table detection_profile (
    id varchar(64) not null,
    organization varchar(16) not null,
    profile_number integer not null,
    title varchar(200) not null,
    edition varchar(64) not null,
    edition_octets bigint not null,
    edition_sm3 varchar(64) not null,
    edition_sha256 varchar(64) not null,
    changes text not null,
    digest varchar(80) not null,
    state varchar(16) not null,
    waiting_key varchar(16),
    force_key varchar(16),
    author varchar(64) not null,
    author_name varchar(100) not null,
    proposed_at timestamp(6) with time zone not null,
    reviewer varchar(64),
    reviewer_name varchar(100),
    reviewed_at timestamp(6) with time zone,
    review_note varchar(2000),
    superseded_at timestamp(6) with time zone,
    cms text,
    certificate varchar(500),
    version bigint not null,
    constraint detection_profile_pk primary key (id),
    constraint detection_profile_number unique (organization, profile_number),
    constraint detection_profile_waiting unique (waiting_key),
    constraint detection_profile_force unique (force_key),
    constraint detection_profile_state check (state in ('PROPOSED', 'IN_FORCE', 'SUPERSEDED', 'REJECTED', 'WITHDRAWN')),
    constraint detection_profile_waits check ((state = 'PROPOSED') = (waiting_key is not null)),
    constraint detection_profile_in_force check ((state = 'IN_FORCE') = (force_key is not null)),
    -- Nothing was ever in force without a second person and the organization's signature.
    constraint detection_profile_second check (reviewer is null or reviewer <> author),
    constraint detection_profile_signed check (
        state not in ('IN_FORCE', 'SUPERSEDED') or (reviewer is not null and reviewed_at is not null and cms is not null))
);
alter table detection_report add column profile_variation varchar(64);
alter table detection_item add column prescribed_level varchar(8);
alter table detection_item add column changed_parameters text;
alter table detection_item add column change_reason varchar(500);
