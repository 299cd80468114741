CREATE UNIQUE INDEX CONCURRENTLY devices_serial_no ON devices (serial_no);
