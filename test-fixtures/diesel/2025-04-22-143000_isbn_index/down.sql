DROP INDEX books_isbn;
