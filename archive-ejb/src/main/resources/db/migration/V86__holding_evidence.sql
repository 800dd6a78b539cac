-- Evidence records (RFC 4998) of the holdings: the records lie in the OCFL objects, the rows say what they prove.

alter table holding add column evidence_at timestamp(6) with time zone;
create index holding_evidence_due on holding (state, evidence_at, held_at);

create table holding_evidence (
    archival_code varchar(200) not null references holding (archival_code),
    branch varchar(16) not null,
    agency_code varchar(64) not null,
    algorithm varchar(16) not null,
    record_octets bigint not null,
    record_sm3 varchar(64) not null,
    record_sha256 varchar(64) not null,
    proven_at timestamp(6) with time zone not null,
    renewed_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    time_stamps integer not null,
    chains integer not null,
    checked_at timestamp(6) with time zone,
    check_outcome varchar(16),
    check_code varchar(100),
    row_version bigint not null,
    primary key (archival_code, branch),
    constraint holding_evidence_branch check (branch in ('SM3', 'SHA-256')),
    constraint holding_evidence_outcome check (check_outcome in ('PASSED', 'FAILED', 'INDETERMINATE')),
    constraint holding_evidence_checked check ((checked_at is null) = (check_outcome is null))
);
create index holding_evidence_expiry on holding_evidence (expires_at);
create index holding_evidence_agency on holding_evidence (agency_code, branch, expires_at);
create index holding_evidence_check on holding_evidence (checked_at);
