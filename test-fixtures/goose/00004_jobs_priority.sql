-- +goose Up
ALTER TABLE jobs ADD COLUMN priority integer NOT NULL DEFAULT 0;
CREATE INDEX jobs_priority ON jobs (priority, run_at);

-- +goose Down
ALTER TABLE jobs DROP COLUMN priority;
