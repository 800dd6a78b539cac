-- Rows as years of work leave them: ${groups} lists' worth of a hundred packages each, of 40 windows and 30 agencies over three
-- years; one window and one agency of the demonstration have a tenth each. Run on PostgreSQL, on a schema the product made.
create temporary table unit as
    select g,
           case when (g / 100) % 10 = 0 then 'WZ' when (g / 100) % 10 = 1 then 'WB' else 'W' || lpad(((g / 100) % 38)::text, 3, '0') end as window_code,
           case (g / 10 + g / 100) % 10 when 0 then 'MZ' when 1 then 'WJ' else 'A' || lpad(((g / 10) % 28)::text, 3, '0') end as agency_code,
           2024 + g * 3 / ${groups} as made_year,
           timestamptz '2024-01-02 01:00:00+00' + g * (interval '1000 days' / ${groups}) as made_at,
           case when g % 100 < 81 then 'STORED' when g % 100 < 84 then 'SUBMITTED' when g % 100 < 87 then 'UNDER_REVIEW'
                when g % 100 < 90 then 'RETURNED' when g % 100 < 93 then 'NONE' when g % 100 < 95 then 'DRAFT' else 'NONE' end as list_state,
           g % 100 = 86 as concluded,
           case when g % 100 < 81 then 'HELD' when g % 100 < 87 then 'OFFERED' when g % 100 < 90 then 'RETURNED'
                when g % 100 < 95 then 'REGISTERED' when g % 100 < 97 then 'DETECTED' else 'FIXED' end as package_state,
           g % 100 <> 95 as passed
    from generate_series(0, ${groups} - 1) g;
alter table unit add column list_number text;
update unit set list_number = window_code || '-' || made_year || '-' || lpad((1000 + g)::text, 5, '0');

create temporary table item as
    select u.*, n, u.g * 100 + n as i,
           u.window_code || '-' || u.made_year || '-' || lpad((1000 + u.g * 100 + n)::text, 7, '0') as package_number,
           '44' || lpad((u.g * 100 + n)::text, 19, '0') as application_number,
           'SX' || lpad(((u.g * 7 + n / 25) % 300)::text, 4, '0') as item_code,
           u.made_at + n * interval '7 seconds' as at,
           md5('zip' || (u.g * 100 + n)) || md5('sm3' || (u.g * 100 + n)) as sm3,
           md5('ZIP' || (u.g * 100 + n)) || md5('sha' || (u.g * 100 + n)) as sha256
    from unit u cross join generate_series(0, 99) n;
analyze unit;
analyze item;

insert into organization (code, name, kind)
    select distinct window_code, window_code || '综合受理窗口', 'SERVICE_WINDOW' from unit on conflict do nothing;
insert into organization (code, name, kind, fonds)
    select distinct agency_code, agency_code || '局', 'IMPLEMENTING_AGENCY', 'J' || agency_code from unit on conflict do nothing;

insert into intake_case (application_number, item_code, window_code, agency_code, title, applicant_name, accepted_at, closed_at, result,
        state, submission_digest, configuration_version, round, received_at, arranged_at, row_version)
    select application_number, item_code, window_code, agency_code, '关于第' || i || '号申请的办理', '申请人' || i, at - interval '9 days', at - interval '1 day', '准予',
           'ARRANGED', sm3, 1, 1, at - interval '12 hours', at - interval '6 hours', 1
    from item;
insert into intake_case (application_number, item_code, window_code, agency_code, title, applicant_name, accepted_at, closed_at, result,
        state, submission_digest, round, received_at, row_version)
    select '45' || substr(application_number, 3), item_code, window_code, agency_code, '关于第' || i || '号申请的办理', '申请人' || i, at - interval '9 days', at - interval '1 day', '准予',
           case when n % 3 = 0 then 'ARRANGING' else 'RECEIVED' end, sm3, 0, at - interval '12 hours', 1
    from item where i % 20 = 0;

insert into package_number (application_number, package_number, given_at)
    select application_number, package_number, at from item;
insert into archival_package (package_number, version, state, application_number, item_code, item_name, item_type, title, window_code, agency_code,
        retention, closed_year, zip_octets, zip_sm3, zip_sha256, manifest_sm3, files, content_octets, signer, fixed_at, time_stamped_at,
        detection_passed, detection_report, detected_at, registered_at, offered_at, accepted_at, held_at, returned_at, returned_list, return_reason, row_version)
    select package_number, 1, package_state, application_number, item_code, '事项' || item_code, '公共服务事项', '关于第' || i || '号申请的办理', window_code, agency_code,
           case when n % 5 = 0 then 'PERMANENT' else 'YEARS_30' end, made_year, 300000 + i % 100000, sm3, sha256, sm3, 4, 290000, 'CN=' || window_code, at, at,
           case when package_state = 'FIXED' then null else passed end, case when package_state = 'FIXED' then null else 'GD-' || i end,
           case when package_state = 'FIXED' then null else at + interval '1 minute' end,
           case when package_state in ('FIXED', 'DETECTED') then null else at + interval '1 hour' end,
           case when package_state in ('HELD', 'OFFERED', 'RETURNED') then at + interval '1 day' end,
           case when package_state = 'HELD' then at + interval '4 days' end, case when package_state = 'HELD' then at + interval '4 days' end,
           case when package_state = 'RETURNED' then at + interval '5 days' end, case when package_state = 'RETURNED' then list_number || '/1' end,
           case when package_state = 'RETURNED' then '题名与材料不符，请更正' end, 6
    from item;

insert into detection_report (id, package_number, package_version, phase, organization, examined_by, profile_id, profile_standard, profile_edition,
        profile_digest, tool_version, started_at, ended_at, package_octets, package_sm3, package_sha256, outcome, version)
    select (case phase when 'ARCHIVING' then 'GD-' else 'YJ-' end) || i, package_number, 1, phase, case phase when 'ARCHIVING' then window_code else agency_code end,
           '系统', 'DAT70-2018', 'DA/T 70-2018', '2018', sm3, '1.0', at + interval '1 minute', at + interval '2 minutes', 300000, sm3, sha256,
           case when passed then 'PASSED' else 'FAILED' end, 0
    from item cross join (values ('ARCHIVING'), ('RECEIPT')) p (phase)
    where case phase when 'ARCHIVING' then package_state <> 'FIXED' else list_state in ('STORED', 'UNDER_REVIEW', 'RETURNED') end;

insert into register_entry (package_number, package_version, application_number, title, item_code, item_name, item_type, window_code, agency_code, retention,
        closed_year, files, content_octets, zip_octets, zip_sm3, zip_sha256, report, registered_by, registered_at)
    select package_number, version, application_number, title, item_code, item_name, item_type, window_code, agency_code, retention, closed_year, files,
           content_octets, zip_octets, zip_sm3, zip_sha256, detection_report, '李静', registered_at
    from archival_package where registered_at is not null and application_number like '44%';

insert into transfer_list (list_number, window_code, agency_code, state, list_version, concluded, next_ordinal, packages, files, content_octets, tested,
        failed, accepted, returned, last_act, last_user, last_name, last_organization, last_at, last_packages, submitted_at, due_step, due_on, revision)
    select list_number, window_code, agency_code, list_state, case when list_state = 'STORED' or concluded then 2 else 1 end, list_state = 'STORED' or concluded, 5,
           100, 400, 29000000, case when list_state in ('DRAFT', 'SUBMITTED') then 0 else 100 end, 0,
           case when list_state = 'STORED' or concluded then 100 else 0 end, case when list_state = 'RETURNED' then 100 else 0 end,
           case list_state when 'STORED' then 'STORED' when 'SUBMITTED' then 'SUBMITTED' when 'RETURNED' then 'RETURNED' when 'DRAFT' then 'CHANGED'
                else case when concluded then 'CONCLUDED' else 'RECEIVED' end end,
           'li', '李静', window_code, made_at + interval '5 days', 100, case when list_state = 'DRAFT' then null else made_at + interval '1 day' end,
           case list_state when 'SUBMITTED' then 'RECEIPT' when 'UNDER_REVIEW' then case when concluded then 'SIGN_OFF' else 'REVIEW' end end,
           case when list_state in ('SUBMITTED', 'UNDER_REVIEW') then date '2099-01-04' + (g % 200)::integer end, 4
    from unit where list_state <> 'NONE';
insert into list_number (window_code, serial_year, serial, list_number)
    select window_code, made_year, 1000 + g, list_number from unit where list_state <> 'NONE';
insert into transfer_row (list_number, ordinal, item_code, item_name, item_type, remark)
    select list_number, n / 25 + 1, item_code, '事项' || item_code, '公共服务事项', '' from item where list_state <> 'NONE' and n % 25 = 0;
insert into transfer_package (list_number, package_number, open_key, window_code, package_version, ordinal, last_list_version, application_number, title, item_code,
        retention, files, content_octets, zip_octets, zip_sm3, zip_sha256, opinion, report, receipt_outcome, receipt_report, decision, reasons, decided_by,
        decided_at, archival_code, correct_by)
    select list_number, package_number, case when list_state in ('DRAFT', 'SUBMITTED', 'UNDER_REVIEW') then package_number end, window_code, 1, n / 25 + 1,
           case when list_state = 'STORED' or concluded then 2 else 1 end, application_number, '关于第' || i || '号申请的办理', item_code, 'YEARS_30', 4, 290000,
           300000, sm3, sha256, '归档检测合格', 'GD-' || i, case when list_state in ('DRAFT', 'SUBMITTED') then null else 'PASSED' end,
           case when list_state in ('DRAFT', 'SUBMITTED') then null else 'YJ-' || i end,
           case when list_state = 'STORED' or concluded then 'ACCEPTED' when list_state = 'RETURNED' then 'RETURNED' else 'PENDING' end,
           case when list_state = 'RETURNED' then E'METADATA\t题名与材料不符，请更正\t\t\t\t\t\n' end, case when list_state in ('STORED', 'RETURNED') or concluded then '张伟' end,
           case when list_state in ('STORED', 'RETURNED') or concluded then at + interval '5 days' end,
           case when list_state = 'STORED' then 'J' || agency_code || '-' || made_year || '-' || lpad(i::text, 7, '0') end,
           case when list_state = 'RETURNED' then date '2099-02-01' + (g % 100)::integer end
    from item where list_state <> 'NONE';
insert into transfer_version (list_number, version, packages, files, content_octets, text_octets, text_sm3, text_sha256, fixed_at)
    select list_number, v, 100, 400, 29000000, 30000, md5(list_number || v) || md5('x' || list_number), md5('y' || list_number || v) || md5('z' || list_number), made_at + interval '1 day'
    from unit cross join generate_series(1, 2) v where list_state not in ('NONE', 'DRAFT') and (v = 1 or list_state = 'STORED' or concluded);
insert into transfer_act (list_number, position, act, user_name, display_name, organization_code, acted_at, packages)
    select list_number, p, case p when 0 then 'DRAFTED' else 'SUBMITTED' end, 'li', '李静', window_code, made_at, 100
    from unit cross join generate_series(0, 1) p where list_state <> 'NONE';

insert into holding (archival_code, package_number, package_version, application_number, list_number, list_version, window_code, agency_code, fonds, title,
        item_code, item_name, retention, closed_year, zip_octets, zip_sm3, zip_sha256, object_id, state, begun_at, held_at, evidence_at, row_version)
    select 'J' || agency_code || '-' || made_year || '-' || lpad(i::text, 7, '0'), package_number, 1, application_number, list_number, 2, window_code, agency_code,
           'J' || agency_code, '关于第' || i || '号申请的办理', item_code, '事项' || item_code, 'YEARS_30', made_year, 300000, sm3, sha256, 'urn:guidang:package:' || package_number,
           'HELD', at + interval '4 days', at + interval '4 days', at + interval '4 days', 1
    from item where package_state = 'HELD';
insert into holding_file (archival_code, position, path, octets, sm3, sha256)
    select 'J' || agency_code || '-' || made_year || '-' || lpad(i::text, 7, '0'), p, '办件材料/' || i || '/' || p || '.pdf', 70000, md5('f' || i || p) || md5('g' || i || p),
           md5('h' || i || p) || md5('k' || i || p)
    from item cross join generate_series(0, 1) p where package_state = 'HELD';

insert into notice (id, recipient, event, subject_kind, subject_id, detail, told_at, read_at)
    select 'bench-' || i, (array['li', 'zhang', 'wang', 'he', 'chen'])[1 + i % 5], case when i % 3 = 0 then 'SUBMITTED' else 'RECEIVED' end, 'transfer-list', list_number,
           '100', at, case when i % 50 = 0 then null else at + interval '1 hour' end
    from item;

insert into number_series (series, last_number)
    select 'package/' || window_code || '/' || made_year, 10000000 from unit group by window_code, made_year
    on conflict (series) do update set last_number = excluded.last_number;
insert into number_series (series, last_number)
    select 'list/' || window_code || '/' || made_year, 10000000 from unit group by window_code, made_year
    on conflict (series) do update set last_number = excluded.last_number;
