CREATE INDEX CONCURRENTLY "Task_organizationId_dueAt_idx" ON "Task"("organizationId", "dueAt");
