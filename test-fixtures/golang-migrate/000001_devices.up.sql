CREATE TABLE sites (
    id   uuid PRIMARY KEY,
    name text NOT NULL
);

CREATE TABLE devices (
    id        uuid PRIMARY KEY,
    site_id   uuid NOT NULL,
    serial_no text NOT NULL,
    seen_at   timestamptz
);
