package dev.ddlint.rule.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.catalog.tenancy.Histories;
import dev.ddlint.finding.ObjectPath;
import org.junit.jupiter.api.Test;

/** What the two rules say and advise, in SQL and in Prisma. */
class TenantAdviceTest {
  private static final String TEAMS = """
      CREATE TABLE "Team" (id uuid PRIMARY KEY);
      CREATE TABLE a (id int, "teamId" uuid NOT NULL REFERENCES "Team", PRIMARY KEY ("teamId", id));
      CREATE TABLE b (id int, "teamId" uuid NOT NULL REFERENCES "Team", PRIMARY KEY ("teamId", id));
      CREATE TABLE c (id int, "teamId" uuid NOT NULL REFERENCES "Team", PRIMARY KEY ("teamId", id));
      """;
  private static final String PRISMA = """
      model Team {
        id Int @id @map("team_id")
        a A[]
        b B[]
        c C[]
        @@map("teams")
      }
      model A {
        teamId Int @unique @map("team_id")
        team Team @relation(fields: [teamId], references: [id])
      }
      model B {
        teamId Int @unique @map("team_id")
        team Team @relation(fields: [teamId], references: [id])
      }
      model C {
        id Int @id
        teamId Int @map("team_id")
        createdAt DateTime @map("created_at")
        team Team @relation(fields: [teamId], references: [id])
        @@map("cs")
      }
      """;

  private static Recorded.Said column(String sql) {
    return Recorded.of(new TenantColumnMissing(), Recorded.schema(Histories.sql(TEAMS + sql))).get(0);
  }

  private static Recorded.Said index(String sql) {
    return Recorded.of(new TenantIndexMissing(), Recorded.schema(Histories.sql(TEAMS + sql))).get(0);
  }

  @Test
  void aColumnComesInStages() {
    Recorded.Said said = column("CREATE TABLE hooks (id int PRIMARY KEY);"
        + "CREATE TABLE calls (id int PRIMARY KEY, hook_id int NOT NULL REFERENCES hooks);"
        + "CREATE TABLE retries (call_id int NOT NULL REFERENCES calls);");
    assertThat(said.headline).isEqualTo("`hooks` holds rows of all tenants and nothing tells whose they are");
    assertThat(said.place.text()).isEqualTo("CREATE TABLE hooks");
    assertThat(said.object).contains(new ObjectPath("table", "public.hooks"));
    assertThat(said.related).containsExactly("CREATE TABLE \"Team\": a tenant is a row of `Team`");
    assertThat(said.facts).contains("with it: the rows of `calls`, `retries` would get their tenant by it");
    assertThat(said.advice).containsExactly("[in a migration]", "ALTER TABLE hooks ADD COLUMN \"teamId\" uuid;",
        "[with the deploy]", "-- write \"teamId\" in all code that inserts, and fill the old rows in batches",
        "[alone in its file, outside a transaction]",
        "CREATE INDEX CONCURRENTLY \"hooks_teamId_idx\" ON hooks (\"teamId\");", "[after the deploy]",
        "ALTER TABLE hooks ADD CONSTRAINT \"hooks_teamId_fkey\" FOREIGN KEY (\"teamId\") REFERENCES \"Team\" (id)"
            + " ON DELETE CASCADE NOT VALID;",
        "ALTER TABLE hooks ADD CONSTRAINT \"hooks_teamId_not_null\" CHECK (\"teamId\" IS NOT NULL) NOT VALID;",
        "[in the next one]", "ALTER TABLE hooks VALIDATE CONSTRAINT \"hooks_teamId_fkey\";",
        "ALTER TABLE hooks VALIDATE CONSTRAINT \"hooks_teamId_not_null\";",
        "ALTER TABLE hooks ALTER COLUMN \"teamId\" SET NOT NULL;",
        "ALTER TABLE hooks DROP CONSTRAINT \"hooks_teamId_not_null\";");
  }

  @Test
  void aFamilyInACircleIsReportedOnce() {
    assertThat(Recorded.tables(new TenantColumnMissing(), Recorded.schema(Histories.sql(TEAMS
        + "CREATE TABLE x (id int PRIMARY KEY, y int NOT NULL);"
        + "CREATE TABLE y (id int PRIMARY KEY, x int NOT NULL REFERENCES x);"
        + "ALTER TABLE x ADD FOREIGN KEY (y) REFERENCES y;")))).containsExactly("x");
  }

  @Test
  void ofAnUncertainTableNothingIsSaidToBeMissing() {
    String sql = TEAMS + "CREATE TABLE hooks (id int PRIMARY KEY); CREATE TABLE d (id int, \"teamId\" uuid);"
        + "CREATE TABLE calls (hook_id int REFERENCES hooks);";
    String dynamic = "DO $$ BEGIN EXECUTE format('ALTER TABLE %I ADD x int', 'hooks d calls'); PERFORM hooks, d, calls;"
        + " END $$;";
    assertThat(Recorded.tables(new TenantColumnMissing(), Recorded.schema(Histories.sql(sql)))).hasSize(2);
    assertThat(Recorded.tables(new TenantColumnMissing(), Recorded.schema(Histories.sql(sql, dynamic)))).isEmpty();
    assertThat(Recorded.tables(new TenantIndexMissing(), Recorded.schema(Histories.sql(sql)))).containsExactly("d");
    assertThat(Recorded.tables(new TenantIndexMissing(), Recorded.schema(Histories.sql(sql, dynamic)))).isEmpty();
  }

  @Test
  void anIndexIsBuiltConcurrently() {
    Recorded.Said said = index("CREATE TABLE s.d (id int, created_at date, \"teamId\" uuid REFERENCES \"Team\");");
    assertThat(said.headline)
        .isEqualTo("`s.d` has no index that begins with `teamId`: one tenant's query reads the rows of all");
    assertThat(said.object).contains(new ObjectPath("column", "s.d.teamId"));
    assertThat(said.related).contains("\"teamId\" uuid REFERENCES \"Team\": `teamId` is made here");
    assertThat(said.advice).containsExactly("[alone in its file, outside a transaction]",
        "CREATE INDEX CONCURRENTLY \"d_teamId_created_at_idx\" ON s.d (\"teamId\", created_at);");
  }

  @Test
  void aPartitionedTableGetsItsIndexPartByPart() {
    Recorded.Said said = index("CREATE TABLE d (at date, \"teamId\" uuid REFERENCES \"Team\") PARTITION BY RANGE (at);"
        + "CREATE TABLE d1 PARTITION OF d FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');");
    assertThat(said.place.text()).isEqualTo("CREATE TABLE d");
    assertThat(said.advice).contains("CREATE INDEX \"d_teamId_idx\" ON ONLY d (\"teamId\");")
        .noneMatch(line -> line.startsWith("CREATE INDEX CONCURRENTLY"));
  }

  @Test
  void exemptions() {
    for (String sql : new String[]{"CREATE TABLE d (\"teamId\" uuid UNIQUE);",
        "CREATE TABLE u (id int PRIMARY KEY); CREATE TABLE d (u int REFERENCES u, \"teamId\" uuid, PRIMARY KEY (u,"
            + " \"teamId\"));",
        "CREATE TABLE d (gone boolean, \"teamId\" uuid); CREATE INDEX ON d (gone, \"teamId\");",
        "CREATE TABLE d (\"teamId\" uuid); CREATE INDEX ON d (\"teamId\") WHERE (\"teamId\" IS NOT NULL);",
        "CREATE TABLE d (\"teamId\" uuid, \"deletedAt\" date); CREATE INDEX ON d (\"teamId\") WHERE \"deletedAt\" IS NULL;",
        "CREATE TABLE d (\"teamId\" uuid, deleted_at date); CREATE INDEX ON d (\"teamId\") WHERE \"d\".\"deleted_at\" IS NULL;",
        "CREATE TABLE d (\"teamId\" uuid); CREATE INDEX ON d USING hash (\"teamId\");"}) {
      assertThat(Recorded.tables(new TenantIndexMissing(), Recorded.schema(Histories.sql(TEAMS + sql)))).as(sql)
          .isEmpty();
    }
  }

  @Test
  void whatDoesNotServe() {
    for (String sql : new String[]{"CREATE TABLE d (x int, \"teamId\" uuid, UNIQUE (x, \"teamId\"));",
        "CREATE TABLE d (x int, \"teamId\" uuid); CREATE INDEX ON d (\"teamId\") WHERE x > 1;",
        "CREATE TABLE d (\"teamId\" uuid); CREATE INDEX ON d USING brin (\"teamId\");",
        "CREATE TABLE d (\"teamId\" uuid); CREATE INDEX ON d (lower(\"teamId\"::text));",
        "CREATE TABLE d (\"teamId\" uuid UNIQUE); ALTER TABLE d DROP CONSTRAINT \"d_teamId_key\";",
        "CREATE TABLE u (id int PRIMARY KEY); CREATE TABLE d (x int, u int REFERENCES u, \"teamId\" uuid, PRIMARY KEY"
            + " (x, \"teamId\"));"}) {
      assertThat(Recorded.tables(new TenantIndexMissing(), Recorded.schema(Histories.sql(TEAMS + sql)))).as(sql)
          .containsExactly("d");
    }
  }

  @Test
  void inPrismaTheModelsNamesAreUsed() {
    Recorded.Said said = Recorded.of(new TenantIndexMissing(), Recorded.schema(Histories.prisma(PRISMA))).get(0);
    assertThat(said.place.text()).isEqualTo("model C");
    assertThat(said.related).contains("model Team: a tenant is a row of `teams`");
    assertThat(said.advice).containsExactly("[in the model]", "@@index([teamId, createdAt])");
    assertThat(said.fixes).containsExactly("@@index([teamId, createdAt])");
  }

  @Test
  void inPrismaTheColumnComesWithItsRelation() {
    Recorded.Said said = Recorded.of(new TenantColumnMissing(), Recorded.schema(Histories.prisma(PRISMA + """
        model Upload {
          id Int @id
          parts Part[]
        }
        model Part {
          upload_id Int
          upload Upload @relation(fields: [upload_id], references: [id])
        }
        """))).get(0);
    assertThat(said.place.text()).isEqualTo("model Upload");
    assertThat(said.advice).containsExactly("[in the model, first]", "teamId Int?",
        "team Team? @relation(fields: [teamId], references: [id], onDelete: Cascade)", "@@index([teamId])",
        "[in `Team`]", "uploads Upload[]", "[when all rows have it]", "teamId Int",
        "team Team @relation(fields: [teamId], references: [id], onDelete: Cascade)");
  }

  @Test
  void aForeignKeyComesToCarryTheTenant() {
    String sql = TEAMS + "CREATE TABLE d (id int PRIMARY KEY, \"teamId\" uuid NOT NULL REFERENCES \"Team\");"
        + "CREATE TABLE e (id int, d_id int REFERENCES d ON DELETE SET NULL, \"teamId\" uuid NOT NULL);";
    Recorded.Said said = Recorded.of(new CrossTenantReference(), Recorded.schema(Histories.sql(sql))).get(0);
    assertThat(said.advice).containsExactly("[alone in its file, outside a transaction]",
        "CREATE UNIQUE INDEX CONCURRENTLY \"d_id_teamId_key\" ON d (id, \"teamId\");", "[in the next one]",
        "ALTER TABLE e ADD CONSTRAINT \"e_d_id_teamId_fkey\" FOREIGN KEY (d_id, \"teamId\") REFERENCES d (id, \"teamId\")"
            + " NOT VALID;",
        "-- ON DELETE SET NULL would empty the tenant too; PostgreSQL 15 can name the column", "[last]",
        "ALTER TABLE e VALIDATE CONSTRAINT \"e_d_id_teamId_fkey\";", "ALTER TABLE e DROP CONSTRAINT e_d_id_fkey;");
  }

  @Test
  void aUniqueKeyBeginsWithTheTenant() {
    String sql = TEAMS + "CREATE TABLE d (id int PRIMARY KEY, slug text UNIQUE, \"teamId\" uuid NOT NULL);";
    Recorded.Said said = Recorded.of(new TenantUnscopedUnique(), Recorded.schema(Histories.sql(sql))).get(0);
    assertThat(said.headline)
        .isEqualTo("one tenant's `slug` in `d` blocks the same for all others, and shows them that it exists");
    assertThat(said.advice).containsExactly("[alone in its file, outside a transaction]",
        "CREATE UNIQUE INDEX CONCURRENTLY \"d_teamId_slug_key\" ON d (\"teamId\", slug);",
        "[when no code relies on the old one]", "ALTER TABLE d DROP CONSTRAINT d_slug_key;");
  }
}
