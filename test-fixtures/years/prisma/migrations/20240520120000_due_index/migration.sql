CREATE INDEX CONCURRENTLY "Task_dueAt_idx" ON "Task"("dueAt");
