-- Renamed by hand, so that no row is copied.
ALTER TABLE "Document" RENAME TO "Note";
ALTER TABLE "Note" RENAME COLUMN "author" TO "author_id";
ALTER TABLE "Note" RENAME CONSTRAINT "Document_pkey" TO "Note_pkey";
ALTER TABLE "Note" RENAME CONSTRAINT "Document_organizationId_fkey" TO "Note_organizationId_fkey";
ALTER INDEX "Document_organizationId_slug_key" RENAME TO "note_slug_key";
ALTER INDEX "Document_organizationId_updatedAt_idx" RENAME TO "Note_organizationId_updatedAt_idx";

-- AlterEnum
ALTER TYPE "Role" ADD VALUE 'GUEST' AFTER 'VIEWER';

-- AlterTable
ALTER TABLE "Note" ADD COLUMN "editor_id" UUID,
ADD COLUMN "parentId" BIGINT,
DROP COLUMN "draft";

-- Rows
UPDATE "Note" SET "pinned" = false WHERE "pinned" IS NULL;

-- AlterTable
ALTER TABLE "Note" ALTER COLUMN "pinned" SET NOT NULL,
ALTER COLUMN "pinned" SET DEFAULT false;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_editor_id_fkey" FOREIGN KEY ("editor_id") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Note"("id") ON DELETE SET NULL ON UPDATE CASCADE;

DO $$ BEGIN
  ALTER TABLE "Note" DROP CONSTRAINT "Document_author_fkey";
EXCEPTION WHEN undefined_object THEN NULL;
END $$;
