-- metadata.toml beside this file turns the transaction off.
CREATE UNIQUE INDEX CONCURRENTLY books_isbn ON books (isbn);
