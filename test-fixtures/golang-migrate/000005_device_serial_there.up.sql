-- New rows are checked from here on; the old ones are not read.
ALTER TABLE devices ADD CONSTRAINT devices_serial_there CHECK (serial_no IS NOT NULL) NOT VALID;
