BEGIN;
CREATE INDEX CONCURRENTLY articles_weight ON articles (weight_grams);
COMMIT;

ALTER TABLE articles RENAMED COLUMN code TO sku;
