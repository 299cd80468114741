-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "auth";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "zeta";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "citext";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "pgcrypto" WITH SCHEMA "public" VERSION "1.1";

-- CreateEnum
CREATE TYPE "auth"."roles" AS ENUM ('the admin', 'USER');

-- CreateTable
CREATE TABLE "zeta"."Zed" (
    "id" SERIAL NOT NULL,
    "r" "auth"."roles" NOT NULL DEFAULT 'the admin',
    "rs" "auth"."roles"[] DEFAULT ARRAY['the admin', 'USER']::"auth"."roles"[],
    "ts" TEXT[] DEFAULT ARRAY['a''b', 'c
d', 'e\f']::TEXT[],
    "e" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "n" INTEGER[] DEFAULT ARRAY[1, -2]::INTEGER[],
    "big" BIGINT NOT NULL DEFAULT 9007199254740993,
    "fl" DOUBLE PRECISION NOT NULL DEFAULT 1.50,
    "dec" DECIMAL(65,30) NOT NULL DEFAULT 1.20,
    "dec2" DECIMAL(10,2) NOT NULL DEFAULT 1.20,
    "m" MONEY NOT NULL DEFAULT 3,
    "b" BOOLEAN NOT NULL DEFAULT true,
    "bs" BOOLEAN[] DEFAULT ARRAY[true, false]::BOOLEAN[],
    "j" JSONB NOT NULL DEFAULT '{"a": 1, "b":  [1,2]}',
    "js" JSONB[] DEFAULT ARRAY['{}']::JSONB[],
    "by" BYTEA NOT NULL DEFAULT '\x68656c6c6f',
    "bys" BYTEA[] DEFAULT ARRAY['\x68656c6c6f']::BYTEA[],
    "dt" TIMESTAMP(3) NOT NULL DEFAULT '2020-01-01 00:00:00 +00:00',
    "dt2" TIMESTAMPTZ(6) NOT NULL DEFAULT '2020-01-01 00:00:00.123456 +02:00',
    "dt3" DATE NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dts" TIMESTAMP(3)[] DEFAULT ARRAY['2020-01-01 00:00:00 +00:00']::TIMESTAMP(3)[],
    "uu" UUID NOT NULL DEFAULT gen_random_uuid(),
    "s" TEXT NOT NULL DEFAULT 'a''b
c\d"e',
    "un" tsvector,
    "un2" geometry(Point, 4326) NOT NULL DEFAULT x(),
    "db" TEXT NOT NULL,
    "sm" SMALLSERIAL NOT NULL,
    "bi" BIGSERIAL NOT NULL,
    "dbl" TEXT[] DEFAULT ARRAY['a'],
    "tm" TIME NOT NULL,
    "tm2" TIMETZ(3) NOT NULL,
    "vc" VARCHAR NOT NULL,
    "vc2" VARCHAR(20) NOT NULL,
    "ch" CHAR NOT NULL,
    "ch2" CHAR(3) NOT NULL,
    "bit" BIT NOT NULL,
    "bit2" BIT(3) NOT NULL,
    "vb" VARBIT NOT NULL,
    "vb2" VARBIT(4) NOT NULL,
    "xml" XML NOT NULL,
    "inet" INET NOT NULL,
    "cit" CITEXT NOT NULL,
    "txt" TEXT NOT NULL,
    "oid" OID NOT NULL,
    "it" INTEGER NOT NULL,
    "bi2" BIGINT NOT NULL,
    "re" REAL NOT NULL,
    "dp" DOUBLE PRECISION NOT NULL,
    "ba" BYTEA NOT NULL,
    "bo" BOOLEAN NOT NULL,
    "js1" JSON NOT NULL,
    "js2" JSONB NOT NULL,
    "tz" TIMESTAMPTZ NOT NULL,
    "tp" TIMESTAMP NOT NULL,
    "dc" DECIMAL NOT NULL,
    "dc1" DECIMAL(10,0) NOT NULL,
    "ss" VARCHAR(10)[],
    "sd" TEXT NOT NULL,
    "se" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Zed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "i1" ON "zeta"."Zed"("s" DESC, "se");

-- CreateIndex
CREATE INDEX "i2" ON "zeta"."Zed"("s", "se" ASC);

-- CreateIndex
CREATE INDEX "i3" ON "zeta"."Zed" USING GIN ("j");

-- CreateIndex
CREATE INDEX "i4" ON "zeta"."Zed" USING GIN ("j" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "i5" ON "zeta"."Zed" USING GIN ("ts");

-- CreateIndex
CREATE INDEX "i6" ON "zeta"."Zed" USING GIN ("s" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "i7" ON "zeta"."Zed" USING GIST ("inet" inet_ops);

-- CreateIndex
CREATE INDEX "i8" ON "zeta"."Zed" USING HASH ("s");

-- CreateIndex
CREATE INDEX "i9" ON "zeta"."Zed"("s", "b") WHERE ("b" = true);

-- CreateIndex
CREATE INDEX "i10" ON "zeta"."Zed"("s", "vc") WHERE (vc IS NULL);

-- CreateIndex
CREATE INDEX "i12" ON "zeta"."Zed" USING BRIN ("dt");

-- CreateIndex
CREATE INDEX "i13" ON "zeta"."Zed" USING SPGIST ("inet");

-- CreateIndex
CREATE UNIQUE INDEX "i11" ON "zeta"."Zed"("s") WHERE ("b" != true AND "vc" IS NULL AND "vc2" IS NOT NULL AND "s" = 'x''y' AND "it" = 3);
