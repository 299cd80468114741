-- +goose Up
CREATE TABLE queues (
    id   bigserial PRIMARY KEY,
    name text NOT NULL
);

CREATE TABLE jobs (
    id       bigserial PRIMARY KEY,
    queue_id bigint,
    payload  jsonb NOT NULL,
    run_at   timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX jobs_queue_id ON jobs (queue_id);

-- +goose Down
DROP TABLE jobs;
DROP TABLE queues;
