package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.Configuration.Ignore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuppressionsTest {
  @TempDir
  private Path folder;

  private List<String> lint(String sql) {
    return Bench.brief(new Bench(folder).file("a.sql", sql).lint("."));
  }

  @Test
  void aCommentSilencesTheNextStatement() {
    assertThat(lint("""
        -- ddlint:ignore blocking-index-build: the table is tiny
        CREATE INDEX i ON t (c);
        CREATE INDEX j ON t (d);
        """)).containsExactly("a.sql:3 blocking-index-build");
  }

  @Test
  void aCommentSilencesItsLineAndItsStatement() {
    assertThat(lint("""
        CREATE INDEX i ON t (c); -- ddlint:ignore blocking-index-build: tiny
        CREATE INDEX j
          ON t (d) /* ddlint:ignore blocking-index-build: tiny */;
        """)).isEmpty();
  }

  @Test
  void oneCommentMayNameSeveralRulesAndAliases() {
    assertThat(lint("""
        -- ddlint:ignore drop-column, ban-drop-table: agreed with the mobile team
        ALTER TABLE t DROP COLUMN c;
        DROP TABLE t;
        """)).containsExactly("a.sql:1 unused-suppression", "a.sql:3 drop-table");
    assertThat(lint("-- ddlint:ignore ban-drop-table: gone since May\nDROP TABLE t;\n")).isEmpty();
  }

  @Test
  void aFileThatIsNotUnderstoodIsSilencedAbove() {
    assertThat(lint("FOO BAR;\n")).containsExactly("a.sql:1 unparsed-statement");
    assertThat(lint("-- ddlint:ignore unparsed-statement: put together by a script\nFOO BAR;\n")).isEmpty();
  }

  @Test
  void otherRulesStillSpeak() {
    assertThat(lint("-- ddlint:ignore drop-column: wrong name\nDROP TABLE t;\n")).containsExactly(
        "a.sql:1 unused-suppression", "a.sql:2 drop-table");
  }

  @Test
  void aFileIsSilencedFromAnywhereInIt() {
    assertThat(lint("""
        CREATE INDEX i ON t (c);
        DROP TABLE x;
        -- ddlint:ignore-file blocking-index-build: run by hand at night
        CREATE INDEX j ON t (d);
        """)).containsExactly("a.sql:2 drop-table");
  }

  @Test
  void aPrismaCommentSilencesTheFieldBehindIt() {
    String schema = """
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
        """;
    Bench bench = new Bench(folder);
    assertThat(Bench.brief(bench.file("schema.prisma", schema.formatted("")).lint(".")))
        .containsExactly("schema.prisma:9 missing-foreign-key-index");
    assertThat(Bench.brief(bench
        .file("schema.prisma", schema.formatted("// ddlint:ignore missing-foreign-key-index: ten rows")).lint(".")))
        .isEmpty();
  }

  @Test
  void squawksCommentsKeepWorking() {
    assertThat(lint("-- squawk-ignore ban-drop-table\nDROP TABLE t;\nDROP TABLE u;\n"))
        .containsExactly("a.sql:3 drop-table");
    assertThat(lint("-- squawk-ignore-file ban-drop-table\nDROP TABLE t;\nDROP TABLE u;\n")).isEmpty();
  }

  @Test
  void aPublishedMigrationIsSilencedFromTheConfiguration() {
    Bench bench = new Bench(folder).file("001.sql", "CREATE INDEX i ON t (c);\nDROP TABLE \"Old\";\n").file("002.sql",
        "DROP TABLE u;\n");
    Configuration configuration = ignoring(Ignore.of("ban-drop-table", Optional.of("public.Old"), Optional.empty()));
    assertThat(Bench.brief(bench.lint(configuration, "."))).containsExactly("001.sql:1 blocking-index-build",
        "002.sql:1 drop-table");
    configuration = ignoring(Ignore.of("drop-table", Optional.of("Old"), Optional.empty()));
    assertThat(Bench.brief(bench.lint(configuration, "."))).as("as headlines name it")
        .containsExactly("001.sql:1 blocking-index-build", "002.sql:1 drop-table");
    configuration = ignoring(Ignore.of("drop-table", Optional.empty(), Optional.of("**/002*")));
    assertThat(Bench.brief(bench.lint(configuration, "."))).containsExactly("001.sql:1 blocking-index-build",
        "001.sql:2 drop-table");
  }

  private static Configuration ignoring(Ignore ignore) {
    Configuration base = Configuration.DEFAULT;
    return base.ignoring(List.of(ignore));
  }
}
