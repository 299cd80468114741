-- Those of this year; the job fills the older ones in batches.
UPDATE "Task" SET "points" = 1 WHERE "id" IN (SELECT "id" FROM "Task" WHERE "points" IS NULL LIMIT 1000);
