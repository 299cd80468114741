CREATE TABLE articles (
    id    bigint PRIMARY KEY,
    code  text NOT NULL,
    stock integer NOT NULL DEFAULT 0
);

CREATE INDEX articles_code ON articles (code);
