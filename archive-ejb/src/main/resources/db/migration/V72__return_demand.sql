-- What the agency demands with a package it sends back: a last day of its own, and files that show what is meant.

alter table transfer_package add column demanded_by date;
alter table transfer_package add column attachments text;

create table transfer_attachment (
    id varchar(36) not null primary key,
    list_number varchar(64) not null references transfer_list (list_number),
    file_name varchar(500) not null,
    octets bigint not null,
    sm3 varchar(64) not null,
    sha256 varchar(64) not null,
    outcome varchar(16) not null,
    added_by varchar(64) not null,
    added_name varchar(100) not null,
    organization_code varchar(64) not null,
    added_at timestamp(6) with time zone not null,
    constraint transfer_attachment_outcome check (outcome in ('PASSED', 'INDETERMINATE'))
);
create index transfer_attachment_list on transfer_attachment (list_number, added_at);
create index transfer_attachment_content on transfer_attachment (sha256);
