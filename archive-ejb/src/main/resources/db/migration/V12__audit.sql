-- The operation log: one chain per organization, entries numbered without gaps.
create table operation_chain (
    chain varchar(16) not null primary key,
    length bigint not null check (length >= 0),
    head_hash varchar(64) not null
);

create table operation (
    chain varchar(16) not null references operation_chain (chain),
    entry_index bigint not null check (entry_index >= 0),
    at timestamp(6) with time zone not null,
    user_name varchar(64) not null,
    display_name varchar(100) not null,
    operation varchar(64) not null,
    object_kind varchar(32) not null,
    object_id varchar(100) not null,
    result varchar(32) not null,
    details text not null,
    previous_hash varchar(64) not null,
    hash varchar(64) not null,
    primary key (chain, entry_index)
);
create index operation_object on operation (object_id);
create index operation_at on operation (chain, at);
