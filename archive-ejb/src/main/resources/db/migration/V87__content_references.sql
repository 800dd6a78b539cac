-- Finding what names a kept content, for the report of content that nothing names.
create index case_file_content on case_file (sha256);
create index archival_package_content on archival_package (zip_sha256);
create index archival_package_token on archival_package (later_token_sha256);
create index detection_report_content on detection_report (record_sha256);
create index transfer_version_content on transfer_version (text_sha256);
