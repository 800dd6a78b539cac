-- Webhooks: who wants to be told, what has to be delivered, every try.

create table webhook_subscription (
    id varchar(36) not null primary key,
    organization_code varchar(16) not null references organization (code),
    url varchar(1000) not null,
    events varchar(1000) not null,
    secret varchar(200) not null,
    active boolean not null,
    failures integer not null,
    created_by varchar(64) not null,
    created_at timestamp(6) with time zone not null,
    disabled_at timestamp(6) with time zone
);
create index webhook_subscription_organization on webhook_subscription (organization_code, active);

create table webhook_delivery (
    id varchar(64) not null primary key,
    subscription_id varchar(36) not null references webhook_subscription (id),
    type varchar(64) not null,
    payload varchar(4000) not null,
    state varchar(16) not null check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    tries integer not null,
    created_at timestamp(6) with time zone not null,
    next_at timestamp(6) with time zone not null,
    lease_until timestamp(6) with time zone not null
);
create index webhook_delivery_due on webhook_delivery (state, next_at);
create index webhook_delivery_subscription on webhook_delivery (subscription_id, created_at);

create table webhook_attempt (
    delivery_id varchar(64) not null references webhook_delivery (id),
    position integer not null,
    tried_at timestamp(6) with time zone not null,
    status integer not null,
    failure varchar(200) not null,
    milliseconds bigint not null,
    primary key (delivery_id, position)
);
