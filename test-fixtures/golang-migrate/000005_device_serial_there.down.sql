ALTER TABLE devices DROP CONSTRAINT devices_serial_there;
