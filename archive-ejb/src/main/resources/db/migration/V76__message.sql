-- What window and agency say to each other about a list or one package on it. Written once, never changed.

create table transfer_message (
    id varchar(36) not null primary key,
    list_number varchar(64) not null references transfer_list (list_number),
    package_number varchar(64),
    party varchar(8) not null,
    organization_code varchar(64) not null,
    user_name varchar(64) not null references person (user_name),
    display_name varchar(100) not null,
    words text not null,
    said_at timestamp(6) with time zone not null,
    foreign key (list_number, package_number) references transfer_package (list_number, package_number),
    constraint transfer_message_party check (party in ('WINDOW', 'AGENCY'))
);
create index transfer_message_list on transfer_message (list_number, said_at);
create index transfer_message_package on transfer_message (package_number, said_at);
