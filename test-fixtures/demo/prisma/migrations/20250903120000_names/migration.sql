-- The column that Prisma would drop and add again, renamed by hand.
ALTER TABLE "User" RENAME COLUMN "fullName" TO "displayName";

-- AlterTable
ALTER TABLE "Customer" DROP COLUMN "fax";
