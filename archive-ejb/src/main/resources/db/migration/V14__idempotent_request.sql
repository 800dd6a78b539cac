-- Requests under a client's key, and the answers they got.
create table idempotent_request (
    client varchar(64) not null,
    request_key varchar(100) not null,
    server_run varchar(36) not null,
    begun_at timestamp(6) with time zone not null,
    request_digest varchar(64),
    status integer,
    location varchar(500),
    entity_tag varchar(100),
    media_type varchar(100),
    body text,
    primary key (client, request_key)
);
create index idempotent_request_begun on idempotent_request (begun_at);
