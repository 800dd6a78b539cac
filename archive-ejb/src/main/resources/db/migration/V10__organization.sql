-- Bodies and accounts. The realm of the server reads person and person_role.
create table organization (
    code varchar(16) not null primary key,
    name varchar(200) not null,
    kind varchar(32) not null check (kind in ('SERVICE_WINDOW', 'IMPLEMENTING_AGENCY', 'OPERATOR')),
    credit_code varchar(18),
    fonds varchar(16)
);

create table person (
    user_name varchar(64) not null primary key,
    display_name varchar(100) not null,
    organization_code varchar(16) not null references organization (code),
    password_hash varchar(100) not null,
    client_system boolean not null,
    active boolean not null
);
create index person_organization on person (organization_code);

create table person_role (
    user_name varchar(64) not null references person (user_name),
    role varchar(32) not null check (role in ('window-clerk', 'window-archivist', 'agency-reviewer', 'agency-archivist', 'system-admin', 'audit-admin')),
    primary key (user_name, role)
);
