-- Wider of the same kind: only the catalog changes.
ALTER TABLE accounts ALTER COLUMN email TYPE varchar(320);
ALTER TABLE accounts ALTER COLUMN balance TYPE numeric(18, 2);

-- Another scale: every row is written anew.
ALTER TABLE transfers ALTER COLUMN amount TYPE numeric(18, 4);
