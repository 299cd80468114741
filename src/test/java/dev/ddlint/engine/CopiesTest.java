package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history and a plain copy of its schema: what both have is told of the history. */
class CopiesTest {
  private static final String ROOT = "CREATE TABLE users (id bigint PRIMARY KEY);\n";
  /** Six tables, each with a key that has no index. */
  private static final String SCHEMA = ROOT + IntStream.rangeClosed(1, 5)
      .mapToObj(i -> "CREATE TABLE t" + i + " (id bigint PRIMARY KEY, owner bigint REFERENCES users);\n")
      .collect(Collectors.joining());

  @TempDir
  private Path folder;
  private Bench bench;

  @BeforeEach
  void history() {
    bench = new Bench(folder).file("db/migrations/000001_init.up.sql", SCHEMA)
        .file("db/migrations/000001_init.down.sql", "DROP TABLE t1;");
  }

  @Test
  void whatBothHaveIsToldOnce() {
    bench.file("sql/schema.sql", SCHEMA);
    assertThat(Bench.brief(bench.lint("."))).hasSize(5).allMatch(brief -> brief.startsWith("db/migrations/"));
  }

  @Test
  void whatOnlyTheCopyHasIsToldOfIt() {
    bench.file("sql/schema.sql",
        SCHEMA + "CREATE TABLE extra (owner bigint REFERENCES users, id bigint PRIMARY KEY);\n");
    assertThat(Bench.brief(bench.lint("."))).hasSize(6).contains("sql/schema.sql:7 missing-foreign-key-index");
  }

  @Test
  void aCopyThatIsNamedAloneIsJudged() {
    bench.file("sql/schema.sql", SCHEMA);
    assertThat(Bench.brief(bench.lint("sql/schema.sql"))).hasSize(5);
    assertThat(Bench.brief(new Bench(folder.resolve("alone")).file("schema.sql", SCHEMA).lint("."))).hasSize(5);
  }

  @Test
  void otherTablesOfTheSameNamesAreNoCopy() {
    bench.file("other/schema.sql", SCHEMA.replace("owner bigint REFERENCES",
        "a int, b int, c int, d int, owner bigint REFERENCES"));
    assertThat(Bench.brief(bench.lint("."))).hasSize(10);
  }

  @Test
  void aFewTablesMayBeAlikeByChance() {
    String few = SCHEMA.lines().limit(3).collect(Collectors.joining("\n"));
    bench.file("other/schema.sql", few);
    assertThat(Bench.brief(bench.lint("."))).hasSize(7);
  }

  @Test
  void twoHistoriesAreNoCopiesOfEachOther() {
    bench.file("two/migrations/000001_init.up.sql", SCHEMA).file("two/migrations/000001_init.down.sql",
        "DROP TABLE t1;");
    assertThat(Bench.brief(bench.lint("."))).hasSize(10);
  }

  @Test
  void aCommentInTheHistoryHoldsForTheCopy() {
    bench.file("db/migrations/000001_init.up.sql", SCHEMA.replace(ROOT,
        ROOT + "-- ddlint:ignore-file missing-foreign-key-index: few deletes\n")).file("sql/schema.sql", SCHEMA);
    assertThat(Bench.brief(bench.lint("."))).isEmpty();
  }
}
