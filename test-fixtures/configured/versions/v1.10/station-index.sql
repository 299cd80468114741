CREATE INDEX CONCURRENTLY stations_name_idx ON stations (name);
