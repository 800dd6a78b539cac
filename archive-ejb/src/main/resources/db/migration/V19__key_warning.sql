-- Which step of its expiry was told of which key, so that each is told once.
create table key_warning (
    owner varchar(200) not null,
    valid_until timestamp(6) with time zone not null,
    step integer not null,
    warned_at timestamp(6) with time zone not null,
    primary key (owner, valid_until, step),
    constraint key_warning_step check (step in (0, 7, 30, 90))
);
