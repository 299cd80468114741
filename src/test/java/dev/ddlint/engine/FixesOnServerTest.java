package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.rule.Example;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RulePage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a fix makes of an example applies on a server, where the history of the example does. */
class FixesOnServerTest {
  @TempDir
  private Path folder;
  private int count;

  @Test
  void fixedExamplesApply() throws IOException, SQLException {
    Set<String> applied = new TreeSet<>();
    try (OnServer server = new OnServer()) {
      for (RuleIndex.Entry rule : RuleIndex.load().all()) {
        RulePage page = RulePage.of(rule);
        for (Example example : page.examples()) {
          if (example.bad() && ExampleProject.isForServer(example)) {
            applied.addAll(apply(page, example, server));
          }
        }
      }
    }
    assertThat(applied).contains("blocking-index-build", "blocking-index-drop", "validating-foreign-key",
        "validating-check", "not-rerunnable");
  }

  /** The rules whose fixes were tried; none where the example needs what its history does not show. */
  private Set<String> apply(RulePage page, Example example, OnServer server) throws IOException, SQLException {
    ExampleProject project = new ExampleProject(folder.resolve("example" + count++), page, example);
    Fixing fixing = Fixing.of(project.lint());
    Set<String> rules = new TreeSet<>();
    if (fixing.files().isEmpty() || !applies(project, example, server)) {
      return rules;
    }
    project.replaceLast(fixing.files().get(0).after());
    try (Connection session = server.fresh(example.code())) {
      migrateAll(session, project, server);
    } catch (SQLException e) {
      throw new AssertionError(page.id() + " at line " + example.line() + ", fixed: " + fixing, e);
    }
    fixing.files().get(0).findings().forEach(finding -> rules.add(finding.rule()));
    return rules;
  }

  private static boolean applies(ExampleProject project, Example example, OnServer server) throws IOException {
    try (Connection session = server.fresh(example.code())) {
      migrateAll(session, project, server);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private static void migrateAll(Connection session, ExampleProject project, OnServer server)
      throws SQLException, IOException {
    for (String file : project.before(project.last())) {
      server.migrate(session, project, file);
    }
    server.migrate(session, project, project.last());
  }
}
