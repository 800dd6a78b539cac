-- The formal reply of an agency to a list: its text, octet for octet as signed, and the signature with its time-stamp.

create table transfer_reply (
    list_number varchar(64) not null references transfer_list (list_number),
    answer varchar(16) not null,
    reply_text text not null,
    cms text not null,
    certificate varchar(500) not null,
    made_at timestamp(6) with time zone not null,
    primary key (list_number, answer),
    constraint transfer_reply_answer check (answer in ('CONCLUDED', 'RETURNED'))
);
