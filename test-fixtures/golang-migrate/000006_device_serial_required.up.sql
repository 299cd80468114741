-- The check is validated while others write, and then proves that SET NOT NULL needs no scan.
ALTER TABLE devices VALIDATE CONSTRAINT devices_serial_there;
ALTER TABLE devices ALTER COLUMN serial_no SET NOT NULL;
ALTER TABLE devices DROP CONSTRAINT devices_serial_there;
