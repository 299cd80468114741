package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.ConfigurationException;
import dev.ddlint.config.ConfigurationReader;
import dev.ddlint.config.Standpoint;
import dev.ddlint.finding.Level;
import dev.ddlint.rule.RuleIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ddlint.yaml} says of rules, in a run. */
class ConfiguredRulesTest {
  @TempDir
  private Path folder;
  private Bench bench;

  @BeforeEach
  void twoFilesDropAColumnEach() {
    bench = new Bench(folder).file("new/1.sql", "ALTER TABLE t DROP COLUMN a;").file("old/1.sql",
        "ALTER TABLE t DROP COLUMN a;");
  }

  private Result lint(String yaml) throws ConfigurationException, IOException {
    Path file = Files.writeString(folder.resolve("ddlint.yaml"), yaml);
    Configuration configuration = new ConfigurationReader(file, RuleIndex.load()).read();
    return bench.lint(configuration, ".");
  }

  @Test
  void someFilesHaveRulesOfTheirOwn() throws Exception {
    assertThat(Bench.brief(lint("overrides:\n  - paths: old/**\n    rules: {ban-drop-column: off}\n")))
        .containsExactly("new/1.sql:1 drop-column");
    assertThat(lint("rules: {drop-column: off}\noverrides:\n  - paths: ['old/**']\n    rules: {drop-column: note}\n")
        .findings()).extracting(f -> f.place().file().path() + " " + f.level())
        .containsExactly("old/1.sql " + Level.NOTE);
  }

  /** Started in a folder below, reports shorten the paths; the configuration means the same files. */
  @Test
  void globsLookAtFilesFromTheConfigurationsFolder() throws Exception {
    Path file = Files.writeString(folder.resolve("ddlint.yaml"), """
        overrides:
          - {paths: ./db/old/*, rules: {drop-column: warning}}
        ignore:
          - {rule: drop-column, path: 'db/new/**'}
        """);
    Path below = folder.resolve("db");
    Configuration configuration = new ConfigurationReader(file, RuleIndex.load()).read()
        .seenFrom(Standpoint.of(file, below));
    Result result = new Bench(below).file("new/1.sql", "DROP TABLE u; ALTER TABLE t DROP COLUMN a;")
        .file("old/1.sql", "ALTER TABLE t DROP COLUMN a;").lint(configuration, ".");
    assertThat(result.findings()).extracting(f -> f.place().file().path() + " " + f.rule() + " " + f.level())
        .containsExactly("new/1.sql drop-table ERROR", "old/1.sql drop-column WARNING");
  }

  @Test
  void anEntryThatIsOverSilencesNothingAndSaysSo() throws Exception {
    Result result = lint("ignore:\n  - {rule: drop-column, path: 'old/**', until: 2020-01-31}\n");
    assertThat(Bench.brief(result)).containsExactly("new/1.sql:1 drop-column", "old/1.sql:1 drop-column");
    assertThat(result.notices()).containsExactly("ddlint.yaml:2: the entry for drop-column held until 2020-01-31 and"
        + " is over; its findings are reported again");
    assertThat(Bench.brief(lint("ignore:\n  - {rule: drop-column, path: 'old/**', until: 2999-12-31}\n")))
        .containsExactly("new/1.sql:1 drop-column");
  }

  @Test
  void anEntryThatNoFindingMatchesIsTold() throws Exception {
    String entries = """
        ignore:
          - {rule: drop-column, path: 'old/**'}
          - {rule: drop-column, object: t.a, path: 'old/**', reason: the entry above does it}
          - {rule: drop-column, object: t.b}
          - {rule: ban-drop-column, path: 'older/**'}
          - {rule: drop-table, until: 2020-01-31}
        """;
    assertThat(lint(entries).unused()).containsExactly(
        "ddlint.yaml:4: the entry for drop-column silences nothing: no finding matches it; take it out, or correct it",
        "ddlint.yaml:5: the entry for ban-drop-column silences nothing: no finding matches it; take it out, or correct"
            + " it");
    assertThat(lint(entries + "rules: {ban-drop-column: off}\n").unused()).as("rules that are off have no say")
        .isEmpty();
  }

  /** When the comment goes, it is of use. */
  @Test
  void anEntryForWhatACommentSilencesIsNotTold() throws Exception {
    new Bench(folder).file("old/1.sql", "-- ddlint:ignore drop-column: agreed\nALTER TABLE t DROP COLUMN a;");
    assertThat(lint("ignore: [{rule: drop-column, path: 'old/**'}]\n").unused()).isEmpty();
  }

  @Test
  void aDialectThatIsSaidHoldsForAllFiles() throws Exception {
    assertThat(lint("dialect: mysql\n").findings()).isEmpty();
  }
}
