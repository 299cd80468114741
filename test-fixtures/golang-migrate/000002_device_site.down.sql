ALTER TABLE devices DROP CONSTRAINT devices_site_id_fkey;
DROP INDEX devices_site_id;
