-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "uuid-ossp";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "citext";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "pgcrypto" WITH SCHEMA "ext";

-- CreateEnum
CREATE TYPE "St" AS ENUM ('active', 'DEAD');

-- CreateTable
CREATE TABLE "B" (
    "id" INTEGER NOT NULL,

    CONSTRAINT "B_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "C" (
    "id" INTEGER NOT NULL,

    CONSTRAINT "C_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "A" (
    "id" INTEGER NOT NULL,
    "st_col" "St" NOT NULL,
    "n" INTEGER,
    "bi" BIGINT,
    "dt" TIMESTAMP(3),
    "de" DECIMAL(65,30),
    "fl" DOUBLE PRECISION,
    "s" TEXT,
    "cId" INTEGER NOT NULL,
    "bId" INTEGER NOT NULL,
    "b2" INTEGER,

    CONSTRAINT "pkk" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "uu" ON "A"("s") WHERE ("n" = 3);

-- CreateIndex
CREATE INDEX "w1" ON "A"("n") WHERE ("st_col" = 'ACTIVE' AND "n" = -5);

-- CreateIndex
CREATE INDEX "w2" ON "A"("n") WHERE ("st_col" != 'DEAD');

-- CreateIndex
CREATE INDEX "w3" ON "A"("n") WHERE ("bi" = 99999999999 AND "s" = 'a\b"c');

-- CreateIndex
CREATE INDEX "w4" ON "A"("n") WHERE ("n" > 5 and (s = 'x'));

-- CreateIndex
CREATE INDEX "w8" ON "A"("st_col" DESC, "n" ASC);

-- AddForeignKey
ALTER TABLE "A" ADD CONSTRAINT "A_cId_fkey" FOREIGN KEY ("cId") REFERENCES "C"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "A" ADD CONSTRAINT "A_bId_fkey" FOREIGN KEY ("bId") REFERENCES "B"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "A" ADD CONSTRAINT "A_b2_fkey" FOREIGN KEY ("b2") REFERENCES "C"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "A" ADD CONSTRAINT "other" FOREIGN KEY ("b2") REFERENCES "B"("id") ON DELETE SET NULL ON UPDATE CASCADE;
