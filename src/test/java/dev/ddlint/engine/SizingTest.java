package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.Configuration.RuleSetting;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Level;
import dev.ddlint.physics.Statistics;
import dev.ddlint.physics.Statistics.Size;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.rule.RuleIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the sizes of tables, small ones go quiet and large ones weigh more. */
class SizingTest {
  private static final Size SMALL = new Size(50, 8192, 16384);
  private static final Size MIDDLE = new Size(900_000, 200L << 20, 90L << 20);
  private static final Size LARGE = new Size(80_000_000, 12L << 30, 5L << 30);

  private @TempDir Path folder;

  private List<String> levels(String change, Size size, Map<String, RuleSetting> rules) throws Exception {
    return findings(change, size, rules).stream().map(f -> f.level().word() + " " + f.rule()).toList();
  }

  private List<Finding> findings(String change, Size size, Map<String, RuleSetting> rules) throws Exception {
    Files.writeString(folder.resolve("V1__make_parts.sql"), "CREATE TABLE p (id int PRIMARY KEY);\n"
        + "CREATE TABLE t (id int PRIMARY KEY, n int, p int REFERENCES p);\nCREATE INDEX ON t (p);\n");
    Files.writeString(folder.resolve("V2__change_parts.sql"), change);
    Statistics sizes = Statistics.NONE.withSizes(Map.of("public.t", size, "public.p", SMALL));
    Configuration configuration = Configuration.DEFAULT
        .with(Configuration.DEFAULT.settings().withStatistics(sizes)).withRules(rules);
    return Linter.lint(ProjectFinder.find(List.of(Path.of(".")), folder), RuleIndex.load(), configuration).findings();
  }

  @Test
  void locksOnSmallTablesAreNotWorthAWord() throws Exception {
    String index = "CREATE INDEX i ON t (n);\n";
    assertThat(levels(index, SMALL, Map.of())).isEmpty();
    assertThat(levels(index, MIDDLE, Map.of())).containsExactly("error blocking-index-build");
  }

  @Test
  void rowsThatMakeItFailAreSaidOfSmallTablesToo() throws Exception {
    assertThat(levels("ALTER TABLE t ALTER COLUMN n SET NOT NULL;\n", SMALL, Map.of()))
        .containsExactly("warning set-not-null");
  }

  @Test
  void aSizeThatIsKnownIsTold() throws Exception {
    Finding finding = findings("CREATE INDEX i ON t (n);\n", LARGE, Map.of()).getFirst();
    assertThat(finding.facts()).contains(new Finding.Fact("size", "t takes 12 GB in 80,000,000 rows"));
  }

  @Test
  void aLevelThatTheUserSetStays() throws Exception {
    Map<String, RuleSetting> told = Map.of("blocking-index-build", RuleSetting.at(Level.WARNING));
    assertThat(levels("CREATE INDEX i ON t (n);\n", LARGE, told)).containsExactly("warning blocking-index-build");
  }

  @Test
  void aForeignKeyWithoutIndexWeighsAsItsTable() throws Exception {
    String add = "ALTER TABLE t ADD COLUMN q int, ADD FOREIGN KEY (q) REFERENCES p NOT VALID;\n";
    assertThat(levels(add, SMALL, Map.of())).doesNotContain("warning missing-foreign-key-index",
        "error missing-foreign-key-index");
    assertThat(levels(add, MIDDLE, Map.of())).contains("warning missing-foreign-key-index");
    assertThat(levels(add, LARGE, Map.of())).contains("error missing-foreign-key-index");
  }

  @Test
  void soDoesOneWhoseIndexGoes() throws Exception {
    String drop = "DROP INDEX CONCURRENTLY t_p_idx;\n";
    assertThat(levels(drop, SMALL, Map.of())).isEmpty();
    assertThat(levels(drop, MIDDLE, Map.of())).containsExactlyInAnyOrder(
        "warning missing-foreign-key-index", "warning dropped-foreign-key-index");
    assertThat(levels(drop, LARGE, Map.of())).containsExactlyInAnyOrder(
        "error missing-foreign-key-index", "error dropped-foreign-key-index");
  }
}
