ALTER TABLE "projects" ADD COLUMN "slug" text NOT NULL;--> statement-breakpoint
CREATE INDEX CONCURRENTLY "projects_slug_idx" ON "projects" USING btree ("slug");
