-- The sample a person of the agency looks at: how it was drawn, which packages it is, who opened them.

alter table transfer_list add column sample_percent integer;
alter table transfer_list add column sample_seed varchar(256);
alter table transfer_list add column sample_must_open boolean;
alter table transfer_list add column sample_by varchar(100);
alter table transfer_list add column sample_at timestamp(6) with time zone;
alter table transfer_list add constraint transfer_list_sample check
    ((sample_percent is null and sample_seed is null and sample_must_open is null and sample_by is null and sample_at is null)
    or (sample_percent between 1 and 100 and sample_seed is not null and sample_must_open is not null
        and sample_by is not null and sample_at is not null));

alter table transfer_package add column sampled boolean not null default false;
alter table transfer_package add column opened_by varchar(100);
alter table transfer_package add column opened_at timestamp(6) with time zone;
