-- varchar to text: only the catalog changes.
ALTER TABLE books ALTER COLUMN title TYPE TEXT;
