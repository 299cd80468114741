CREATE TABLE orders (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    state      text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
