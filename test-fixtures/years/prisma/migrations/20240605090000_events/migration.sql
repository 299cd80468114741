CREATE TABLE "Event" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("at", "id")
) PARTITION BY RANGE ("at");
CREATE TABLE "Event_2024" PARTITION OF "Event" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE VIEW "OpenTask" AS SELECT "id", "title" FROM "Task" WHERE "state" = 'OPEN';
