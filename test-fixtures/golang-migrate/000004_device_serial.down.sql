DROP INDEX devices_serial_no;
