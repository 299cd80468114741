-- Hasura applies each migration in a transaction, which forbids a concurrent build.
CREATE INDEX CONCURRENTLY orders_state ON orders (state);
