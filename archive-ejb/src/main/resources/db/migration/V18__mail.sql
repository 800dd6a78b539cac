-- Where people want to be written to, and what has to be mailed.

create table mail_address (
    user_name varchar(64) not null primary key references person (user_name),
    address varchar(254) not null,
    confirmed_at timestamp(6) with time zone,
    code_hash varchar(64),
    code_until timestamp(6) with time zone,
    code_tries integer not null,
    asked_at timestamp(6) with time zone not null
);

-- The text is emptied once a message has gone or was given up.
create table mail_message (
    id varchar(36) not null primary key,
    recipient varchar(64) not null references person (user_name),
    address varchar(254) not null,
    subject varchar(200) not null,
    text varchar(2000) not null,
    state varchar(16) not null check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    tries integer not null,
    created_at timestamp(6) with time zone not null,
    next_at timestamp(6) with time zone not null,
    lease_until timestamp(6) with time zone not null,
    failure varchar(200) not null
);
create index mail_message_due on mail_message (state, next_at);
