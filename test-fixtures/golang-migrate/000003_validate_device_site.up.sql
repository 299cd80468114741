-- Reads all rows, but lets others read and write meanwhile.
ALTER TABLE devices VALIDATE CONSTRAINT devices_site_id_fkey;
