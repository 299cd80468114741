package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.Configuration.RuleSetting;
import dev.ddlint.finding.Finding;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.rule.RuleIndex;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of the comments that silence findings, on a day of the test's choosing. */
class SuppressionCommentsTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 1, 31);
  private static final String DROP = "DROP TABLE t;\n";

  @TempDir
  private Path folder;

  private List<Finding> findings(Configuration configuration, String sql) {
    new Bench(folder).file("a.sql", sql);
    try {
      return Linter.lint(ProjectFinder.find(List.of(), folder), RuleIndex.load(), configuration, () -> TODAY)
          .findings();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<String> lint(String sql) {
    return findings(Configuration.DEFAULT, sql).stream().map(Bench::brief).toList();
  }

  @Test
  void aCommentHoldsOnItsLastDay() {
    assertThat(lint("-- ddlint:ignore drop-table: old app until=2027-01-31\n" + DROP)).isEmpty();
    assertThat(lint("-- ddlint:ignore drop-table: old app until=2027-01-30\n" + DROP))
        .containsExactly("a.sql:1 expired-suppression", "a.sql:2 drop-table");
    assertThat(lint("-- ddlint:ignore drop-table until=2027-02-01, agreed\n" + DROP)).isEmpty();
    assertThat(lint("/* ddlint:ignore drop-table: until=2026-12-31 */\n" + DROP))
        .containsExactly("a.sql:1 expired-suppression", "a.sql:2 drop-table");
  }

  @Test
  void aDayThatIsNoneIsOver() {
    assertThat(lint("-- ddlint:ignore drop-table: until=soon\n" + DROP)).contains("a.sql:1 expired-suppression",
        "a.sql:2 drop-table");
    assertThat(lint("-- ddlint:ignore drop-table: until=\n" + DROP)).contains("a.sql:1 expired-suppression");
  }

  @Test
  void eachNameIsJudgedForItself() {
    assertThat(lint("-- ddlint:ignore drop-table, drop-column, drop-tabel: why\n" + DROP)).containsExactly(
        "a.sql:1 unused-suppression", "a.sql:1 unknown-rule");
    Finding unknown = findings(Configuration.DEFAULT, "-- ddlint:ignore drop-tabel: why\n" + DROP).get(0);
    assertThat(unknown.place().text()).isEqualTo("drop-tabel");
    assertThat(unknown.facts()).singleElement().asString().contains("did you mean `drop-table`?");
  }

  @Test
  void aRuleThatIsOffIsNotJudged() {
    String sql = "-- ddlint:ignore drop-table: why\nSELECT 1;\n";
    assertThat(lint(sql)).containsExactly("a.sql:1 unused-suppression");
    Configuration off = Configuration.DEFAULT.withRules(Map.of("drop-table", RuleSetting.OFF));
    assertThat(findings(off, sql)).isEmpty();
  }

  @Test
  void anAliasSilencesAllThatItStandsFor() {
    for (String name : List.of("ban-drop-table", "squawk:ban-drop-table")) {
      assertThat(lint("-- ddlint:ignore " + name + ": why\n" + DROP)).as(name).isEmpty();
      assertThat(lint("-- ddlint:ignore " + name + "\n" + DROP)).as(name).isEmpty();
      assertThat(lint("-- ddlint:ignore " + name + " why\n" + DROP)).as(name).isEmpty();
    }
    assertThat(lint("-- ddlint:ignore drop-table:why\n" + DROP)).as("no blank behind the colon").isEmpty();
  }

  @Test
  void squawksCommentsAreHonouredAndNotJudged() {
    assertThat(lint("-- squawk-ignore ban-drop-table, no-such-rule -- it is empty\n" + DROP)).isEmpty();
    assertThat(lint("-- squawk-ignore\n" + DROP)).as("names no rule: all").isEmpty();
    assertThat(lint("/* squawk-ignore-file */\n" + DROP + DROP)).isEmpty();
    assertThat(lint("-- squawk-ignore ban-drop-column\nSELECT 1;\n")).isEmpty();
    assertThat(lint("-- squawk-ignore require-table-schema\nSELECT 1;\n")).isEmpty();
  }

  @Test
  void onlyACommentThatBeginsWithTheMarkIsOne() {
    assertThat(lint("-- to silence it write ddlint:ignore drop-table\n" + DROP)).containsExactly("a.sql:2 drop-table");
    assertThat(lint("COMMENT ON TABLE t IS '-- ddlint:ignore drop-table';\n" + DROP))
        .containsExactly("a.sql:2 drop-table");
  }

  @Test
  void reasonsCanBeRequired() {
    Configuration required = Configuration.DEFAULT.withRules(Map.of("suppression-without-reason", RuleSetting.ON));
    assertThat(findings(required, "-- squawk-ignore ban-drop-table\n" + DROP)).extracting(Finding::rule)
        .containsExactly("suppression-without-reason");
    assertThat(findings(required, "-- squawk-ignore ban-drop-table -- it is empty\n" + DROP)).isEmpty();
  }
}
