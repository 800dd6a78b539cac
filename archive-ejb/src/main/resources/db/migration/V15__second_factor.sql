-- One-time codes for signing, and how often somebody failed to show who they are. The secret is locked by a key outside.

create table second_factor (
    user_name varchar(64) not null primary key references person (user_name),
    secret varchar(200) not null,
    begun_at timestamp(6) with time zone not null,
    confirmed_at timestamp(6) with time zone,
    last_step bigint not null
);

create table reauthentication_guard (
    user_name varchar(64) not null primary key references person (user_name),
    failures integer not null check (failures >= 0),
    locked_until timestamp(6) with time zone not null
);
