-- +goose NO TRANSACTION
-- +goose Up
CREATE INDEX CONCURRENTLY jobs_run_at ON jobs (run_at);

-- +goose Down
DROP INDEX CONCURRENTLY jobs_run_at;
