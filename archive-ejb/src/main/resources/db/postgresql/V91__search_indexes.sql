-- The beginning of a number is found along an index whatever the collation of the database.
create index archival_package_number_start on archival_package (package_number varchar_pattern_ops);
create index archival_package_application_start on archival_package (application_number varchar_pattern_ops);
create index register_entry_number_start on register_entry (package_number varchar_pattern_ops);
create index register_entry_application_start on register_entry (application_number varchar_pattern_ops);

-- Paths may be longer than what an ordered index takes; they are asked for whole.
create index holding_file_path on holding_file using hash (path);

-- Signatures whose time-stamp is owed are few; those that have it are not looked at.
create index transfer_signature_no_time on transfer_signature (signed_at) where token is null;
