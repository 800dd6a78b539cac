-- The beginning of a number is found along the index of the number itself; only some have none yet.
create index register_entry_number_start on register_entry (package_number);
create index holding_file_path on holding_file (path);
