-- ddlint:ignore drop-column: nothing has read it since March
ALTER TABLE "Task" DROP COLUMN "legacyRef";
