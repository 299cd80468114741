-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "auth";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "zeta";

-- CreateTable
CREATE TABLE "zeta"."Zm" (
    "id" INTEGER NOT NULL,

    CONSTRAINT "Zm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Am" (
    "id" SMALLSERIAL NOT NULL,
    "u" INTEGER NOT NULL,
    "bid" INTEGER NOT NULL,
    "zzz" TEXT NOT NULL,

    CONSTRAINT "Am_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth"."Bm" (
    "id" SERIAL NOT NULL,

    CONSTRAINT "Bm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "zeta"."_self" (
    "A" INTEGER NOT NULL,
    "B" INTEGER NOT NULL,

    CONSTRAINT "_self_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_AmToZm" (
    "A" SMALLINT NOT NULL,
    "B" INTEGER NOT NULL,

    CONSTRAINT "_AmToZm_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_AmToBm" (
    "A" SMALLINT NOT NULL,
    "B" INTEGER NOT NULL,

    CONSTRAINT "_AmToBm_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "auth"."_BmToZm" (
    "A" INTEGER NOT NULL,
    "B" INTEGER NOT NULL,

    CONSTRAINT "_BmToZm_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "auth"."_aaa" (
    "A" INTEGER NOT NULL,
    "B" INTEGER NOT NULL,

    CONSTRAINT "_aaa_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "auth"."_Zzz" (
    "A" INTEGER NOT NULL,
    "B" INTEGER NOT NULL,

    CONSTRAINT "_Zzz_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE UNIQUE INDEX "Am_u_key" ON "Am"("u");

-- CreateIndex
CREATE UNIQUE INDEX "Am_zzz_key" ON "Am"("zzz");

-- CreateIndex
CREATE INDEX "Am_u_idx" ON "Am"("u");

-- CreateIndex
CREATE INDEX "Am_id_idx" ON "Am"("id");

-- CreateIndex
CREATE UNIQUE INDEX "Am_bid_u_key" ON "Am"("bid", "u");

-- CreateIndex
CREATE INDEX "_self_B_index" ON "zeta"."_self"("B");

-- CreateIndex
CREATE INDEX "_AmToZm_B_index" ON "_AmToZm"("B");

-- CreateIndex
CREATE INDEX "_AmToBm_B_index" ON "_AmToBm"("B");

-- CreateIndex
CREATE INDEX "_BmToZm_B_index" ON "auth"."_BmToZm"("B");

-- CreateIndex
CREATE INDEX "_aaa_B_index" ON "auth"."_aaa"("B");

-- CreateIndex
CREATE INDEX "_Zzz_B_index" ON "auth"."_Zzz"("B");

-- AddForeignKey
ALTER TABLE "Am" ADD CONSTRAINT "Am_bid_fkey" FOREIGN KEY ("bid") REFERENCES "auth"."Bm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zeta"."_self" ADD CONSTRAINT "_self_A_fkey" FOREIGN KEY ("A") REFERENCES "zeta"."Zm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zeta"."_self" ADD CONSTRAINT "_self_B_fkey" FOREIGN KEY ("B") REFERENCES "zeta"."Zm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AmToZm" ADD CONSTRAINT "_AmToZm_A_fkey" FOREIGN KEY ("A") REFERENCES "Am"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AmToZm" ADD CONSTRAINT "_AmToZm_B_fkey" FOREIGN KEY ("B") REFERENCES "zeta"."Zm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AmToBm" ADD CONSTRAINT "_AmToBm_A_fkey" FOREIGN KEY ("A") REFERENCES "Am"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AmToBm" ADD CONSTRAINT "_AmToBm_B_fkey" FOREIGN KEY ("B") REFERENCES "auth"."Bm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth"."_BmToZm" ADD CONSTRAINT "_BmToZm_A_fkey" FOREIGN KEY ("A") REFERENCES "auth"."Bm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth"."_BmToZm" ADD CONSTRAINT "_BmToZm_B_fkey" FOREIGN KEY ("B") REFERENCES "zeta"."Zm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth"."_aaa" ADD CONSTRAINT "_aaa_A_fkey" FOREIGN KEY ("A") REFERENCES "auth"."Bm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth"."_aaa" ADD CONSTRAINT "_aaa_B_fkey" FOREIGN KEY ("B") REFERENCES "zeta"."Zm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth"."_Zzz" ADD CONSTRAINT "_Zzz_A_fkey" FOREIGN KEY ("A") REFERENCES "auth"."Bm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth"."_Zzz" ADD CONSTRAINT "_Zzz_B_fkey" FOREIGN KEY ("B") REFERENCES "zeta"."Zm"("id") ON DELETE CASCADE ON UPDATE CASCADE;
