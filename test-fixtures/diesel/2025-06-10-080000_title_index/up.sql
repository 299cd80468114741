-- No metadata.toml here: Diesel opens a transaction, and this fails in it.
CREATE INDEX CONCURRENTLY books_title ON books (title);
