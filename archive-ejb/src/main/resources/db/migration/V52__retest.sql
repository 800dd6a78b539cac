-- A run that answers an earlier one, and what it took over from it.
alter table detection_report add column retest_of varchar(36);
alter table detection_report add column retest_reason varchar(100);
alter table detection_report add column inputs text;
alter table detection_report add constraint detection_report_retest foreign key (retest_of) references detection_report (id);
alter table detection_item add column carried_from varchar(36);
alter table detection_item add constraint detection_item_carried foreign key (carried_from) references detection_report (id);
