-- now() is the same for all rows and needs no rewrite; gen_random_uuid() differs from row to row and does.
ALTER TABLE transfers ADD COLUMN created_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE transfers ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid();
