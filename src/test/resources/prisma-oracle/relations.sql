-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Zebra" (
    "id" INTEGER NOT NULL,

    CONSTRAINT "custom_pk" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "apples" (
    "id" UUID NOT NULL,

    CONSTRAINT "apples_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tags" (
    "tag_id" BIGSERIAL NOT NULL,
    "parentId" BIGINT,

    CONSTRAINT "tags_pkey" PRIMARY KEY ("tag_id")
);

-- CreateTable
CREATE TABLE "Post" (
    "a" INTEGER NOT NULL,
    "b" INTEGER NOT NULL,
    "z id" INTEGER NOT NULL,
    "z2" INTEGER,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("b","a")
);

-- CreateTable
CREATE TABLE "VeryLongTableNameWhichIsLongAndUsesManyBytesé" (
    "pa" INTEGER,
    "pb" INTEGER NOT NULL,
    "x" TEXT NOT NULL,
    "y" TEXT NOT NULL,
    "veryLongColumnNameNumberOneWhichIsLong" TEXT NOT NULL,

    CONSTRAINT "VeryLongTableNameWhichIsLongAndUsesManyBytesé_pkey" PRIMARY KEY ("x","pb")
);

-- CreateTable
CREATE TABLE "_AppleToZebra" (
    "A" UUID NOT NULL,
    "B" INTEGER NOT NULL,

    CONSTRAINT "_AppleToZebra_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_Friends" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_Friends_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_ZT" (
    "A" BIGINT NOT NULL,
    "B" INTEGER NOT NULL,

    CONSTRAINT "_ZT_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE UNIQUE INDEX "Post_z id_key" ON "Post"("z id");

-- CreateIndex
CREATE INDEX "oldname" ON "VeryLongTableNameWhichIsLongAndUsesManyBytesé"("x");

-- CreateIndex
CREATE INDEX "VeryLongTableNameWhichIsLongAndUsesManyBytesé_veryLongColu_idx" ON "VeryLongTableNameWhichIsLongAndUsesManyBytesé"("veryLongColumnNameNumberOneWhichIsLong", "x");

-- CreateIndex
CREATE UNIQUE INDEX "VeryLongTableNameWhichIsLongAndUsesManyBytesé_x_y_key" ON "VeryLongTableNameWhichIsLongAndUsesManyBytesé"("x", "y" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "VeryLongTableNameWhichIsLongAndUsesManyBytesé_veryLongColu_key" ON "VeryLongTableNameWhichIsLongAndUsesManyBytesé"("veryLongColumnNameNumberOneWhichIsLong", "x");

-- CreateIndex
CREATE UNIQUE INDEX "VeryLongTableNameWhichIsLongAndUsesManyBytesé_y_pa_key" ON "VeryLongTableNameWhichIsLongAndUsesManyBytesé"("y", "pa");

-- CreateIndex
CREATE INDEX "_AppleToZebra_B_index" ON "_AppleToZebra"("B");

-- CreateIndex
CREATE INDEX "_Friends_B_index" ON "_Friends"("B");

-- CreateIndex
CREATE INDEX "_ZT_B_index" ON "_ZT"("B");

-- AddForeignKey
ALTER TABLE "tags" ADD CONSTRAINT "tags_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "tags"("tag_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_z id_fkey" FOREIGN KEY ("z id") REFERENCES "Zebra"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VeryLongTableNameWhichIsLongAndUsesManyBytesé" ADD CONSTRAINT "my fk" FOREIGN KEY ("pb", "pa") REFERENCES "Post"("b", "a") ON DELETE NO ACTION ON UPDATE SET DEFAULT;

-- AddForeignKey
ALTER TABLE "_AppleToZebra" ADD CONSTRAINT "_AppleToZebra_A_fkey" FOREIGN KEY ("A") REFERENCES "apples"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AppleToZebra" ADD CONSTRAINT "_AppleToZebra_B_fkey" FOREIGN KEY ("B") REFERENCES "Zebra"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_Friends" ADD CONSTRAINT "_Friends_A_fkey" FOREIGN KEY ("A") REFERENCES "apples"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_Friends" ADD CONSTRAINT "_Friends_B_fkey" FOREIGN KEY ("B") REFERENCES "apples"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_ZT" ADD CONSTRAINT "_ZT_A_fkey" FOREIGN KEY ("A") REFERENCES "tags"("tag_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_ZT" ADD CONSTRAINT "_ZT_B_fkey" FOREIGN KEY ("B") REFERENCES "Zebra"("id") ON DELETE CASCADE ON UPDATE CASCADE;
