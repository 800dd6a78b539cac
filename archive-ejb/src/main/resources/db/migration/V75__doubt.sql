-- Packages a reviewer is not sure of, the question to a colleague, and the opinion. A review with open ones does not end.

create table transfer_doubt (
    id varchar(36) not null primary key,
    list_number varchar(64) not null,
    package_number varchar(64) not null,
    state varchar(16) not null,
    question text not null,
    asked_by varchar(64) not null references person (user_name),
    asked_name varchar(100) not null,
    asked_at timestamp(6) with time zone not null,
    colleague varchar(64) references person (user_name),
    colleague_name varchar(100),
    opinion text,
    settled_by varchar(64) references person (user_name),
    settled_name varchar(100),
    settled_at timestamp(6) with time zone,
    foreign key (list_number, package_number) references transfer_package (list_number, package_number),
    constraint transfer_doubt_state check (state in ('OPEN', 'ANSWERED', 'TAKEN_BACK', 'LAPSED')),
    constraint transfer_doubt_settled check ((state = 'OPEN') = (settled_by is null and settled_at is null)),
    constraint transfer_doubt_answered check ((state = 'ANSWERED') = (opinion is not null)),
    constraint transfer_doubt_other check (colleague is null or colleague <> asked_by),
    constraint transfer_doubt_second_pair check (state <> 'ANSWERED' or settled_by <> asked_by)
);
create index transfer_doubt_list on transfer_doubt (list_number, asked_at);
create index transfer_doubt_queue on transfer_doubt (state, colleague, asked_at);

alter table transfer_list add column open_doubts integer not null default 0;
alter table transfer_list add constraint transfer_list_doubts check
    (open_doubts = 0 or (state = 'UNDER_REVIEW' and concluded = false and open_doubts > 0));
