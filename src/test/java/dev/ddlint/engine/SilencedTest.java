package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.Configuration.Ignore;
import dev.ddlint.config.Configuration.RuleSetting;
import dev.ddlint.finding.Silenced;
import dev.ddlint.finding.Silenced.Means;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is silenced is kept, with what silences it. */
class SilencedTest {
  private static final String SCHEMA = """
      model User {
        id    Int    @id
        posts Post[]
      }

      model Post {
        id       Int  @id
        %s
        authorId Int
        author   User @relation(fields: [authorId], references: [id])
      }

      datasource db {
        provider = "postgresql"
        url      = env("URL")
      }
      """;

  @TempDir
  private Path folder;

  private static String brief(Silenced silenced) {
    return Bench.brief(silenced.finding()) + ": " + silenced.means() + " " + silenced.reason()
        + silenced.place().map(place -> " at " + place).orElse("");
  }

  private List<String> silenced(Configuration configuration, String... paths) {
    return new Bench(folder).lint(configuration, paths).silenced().stream().map(SilencedTest::brief).toList();
  }

  @Test
  void byAComment() {
    new Bench(folder).file("1.sql", "-- ddlint:ignore drop-table: empty\nDROP TABLE a;\nDROP TABLE b;\n");
    assertThat(silenced(Configuration.DEFAULT, ".")).containsExactly("1.sql:2 drop-table: COMMENT empty at 1.sql:1:1");
  }

  @Test
  void byTheConfiguration() {
    new Bench(folder).file("1.sql", "DROP TABLE a;\nDROP TABLE b;\n");
    Configuration ignoring = Configuration.DEFAULT.ignoring(List.of(new Ignore("drop-table", Optional.of("public.b"),
        Optional.empty(), Optional.of("agreed"), Optional.empty(), 3)));
    assertThat(silenced(ignoring, ".")).containsExactly("1.sql:2 drop-table: CONFIGURATION agreed");
    Configuration off = ignoring.withRules(Map.of("drop-table", RuleSetting.OFF));
    assertThat(silenced(off, ".")).as("nothing is found, so nothing is silenced").isEmpty();
  }

  @Test
  void byABaseline() throws Exception {
    Result result = new Bench(folder)
        .file("1.sql", "-- ddlint:ignore drop-table: empty\nDROP TABLE a;\nDROP TABLE b;\n")
        .lint(".");
    Result against = result.against(Baseline.parse(Baseline.of(result.findings(), path -> path).text(), "b.tsv"));
    assertThat(against.silenced()).extracting(Silenced::means).containsExactly(Means.COMMENT, Means.BASELINE);
    assertThat(against.heldBack()).hasSize(1);
  }

  /** The finding stands in a migration and in the schema, and is one finding. */
  @Test
  void onceWhereItStandsTwice() {
    Bench bench = new Bench(folder).file("prisma/migrations/migration_lock.toml", "provider = \"postgresql\"\n");
    String comment = "-- ddlint:ignore missing-foreign-key-index: ten rows\n";
    String sql = "CREATE TABLE \"User\" (id integer PRIMARY KEY);\n%s"
        + "CREATE TABLE \"Post\" (id integer PRIMARY KEY, \"authorId\" integer NOT NULL,\n"
        + "  CONSTRAINT \"Post_authorId_fkey\" FOREIGN KEY (\"authorId\") REFERENCES \"User\" (id)"
        + " ON DELETE RESTRICT ON UPDATE CASCADE);\n";
    bench.file("prisma/migrations/20250101000000_a/migration.sql", sql.formatted(comment))
        .file("prisma/schema.prisma", SCHEMA.formatted(""));
    assertThat(silenced(Configuration.DEFAULT, ".")).containsExactly(
        "prisma/schema.prisma:9 missing-foreign-key-index: COMMENT ten rows"
            + " at prisma/migrations/20250101000000_a/migration.sql:2:1");
    bench.file("prisma/migrations/20250101000000_a/migration.sql", sql.formatted(""))
        .file("prisma/schema.prisma", SCHEMA.formatted("// ddlint:ignore missing-foreign-key-index: few"));
    assertThat(silenced(Configuration.DEFAULT, ".")).containsExactly(
        "prisma/schema.prisma:9 missing-foreign-key-index: COMMENT few at prisma/schema.prisma:8:3");
    assertThat(silenced(Configuration.DEFAULT, "prisma/migrations")).containsExactly(
        "prisma/migrations/20250101000000_a/migration.sql:3 missing-foreign-key-index: COMMENT few"
            + " at prisma/schema.prisma:8:3");
  }
}
