-- Flyway sees the statement that forbids a transaction and runs this file without one.
CREATE INDEX CONCURRENTLY transfers_state ON transfers (state);
