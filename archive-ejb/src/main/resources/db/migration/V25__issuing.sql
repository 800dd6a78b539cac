-- Issuing records, 浙档发〔2019〕16号 表 A.1: lengths in characters as printed there.
create table issuing_record (
    request_id varchar(32) not null primary key,
    application_number varchar(50) not null,
    system_code varchar(32) not null,
    system_department_code varchar(32),
    interface_code varchar(54) not null,
    interface_department_code varchar(32) not null,
    request_time timestamp(6) with time zone not null,
    response_time timestamp(6) with time zone not null,
    sponsor_code varchar(64),
    service_code varchar(64),
    accessor_id varchar(32),
    project_id varchar(32),
    material_name varchar(64),
    request_param text not null,
    response_data text not null,
    octets bigint not null,
    sm3 varchar(64) not null,
    sha256 varchar(64) not null,
    received_at timestamp(6) with time zone not null,
    check (response_time >= request_time)
);
create index issuing_record_case on issuing_record (application_number);
