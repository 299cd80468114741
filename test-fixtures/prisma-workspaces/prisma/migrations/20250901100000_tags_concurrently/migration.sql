-- CreateIndex
CREATE INDEX CONCURRENTLY IF NOT EXISTS "note_title_idx" ON "Note"("title" text_pattern_ops);
