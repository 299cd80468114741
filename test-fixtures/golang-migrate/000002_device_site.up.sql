-- Two statements are sent as one query, which is one transaction: CONCURRENTLY fails in it.
CREATE INDEX CONCURRENTLY devices_site_id ON devices (site_id);
ALTER TABLE devices ADD CONSTRAINT devices_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites (id) NOT VALID;
