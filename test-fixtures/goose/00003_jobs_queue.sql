-- +goose Up
-- The rows are filled first: the scan and the lock remain, but nothing can fail.
UPDATE jobs SET queue_id = 1 WHERE queue_id IS NULL;
ALTER TABLE jobs ALTER COLUMN queue_id SET NOT NULL;
ALTER TABLE jobs ADD FOREIGN KEY (queue_id) REFERENCES queues (id);

-- +goose Down
ALTER TABLE jobs DROP CONSTRAINT jobs_queue_id_fkey;
ALTER TABLE jobs ALTER COLUMN queue_id DROP NOT NULL;
