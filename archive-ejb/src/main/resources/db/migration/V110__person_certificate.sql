-- Certificates by which people sign with keys of their own. A row is never removed: a certificate, and its key, belong to
-- one account for good. The index on the key is looked at by the product, since a renewed certificate may keep its key.

create table person_certificate (
    sha256 varchar(64) not null primary key,
    key_sha256 varchar(64) not null,
    user_name varchar(64) not null references person (user_name),
    subject varchar(500) not null,
    issuer varchar(1000) not null,
    valid_from timestamp(6) with time zone not null,
    valid_until timestamp(6) with time zone not null,
    registered_at timestamp(6) with time zone not null,
    withdrawn_at timestamp(6) with time zone
);

create index person_certificate_person on person_certificate (user_name);
create index person_certificate_key on person_certificate (key_sha256);
