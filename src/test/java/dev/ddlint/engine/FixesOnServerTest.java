package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.rule.Example;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RulePage;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a fix makes of an example applies on a server, where the history of the example does. */
class FixesOnServerTest extends ServerExamples {

  @Test
  void fixedExamplesApply() throws IOException, SQLException {
    Set<String> applied = new TreeSet<>();
    for (RuleIndex.Entry rule : rules().toList()) {
      RulePage page = RulePage.of(rule);
      for (Example example : examples(page).filter(Example::bad).toList()) {
        applied.addAll(apply(page, example));
      }
    }
    assertThat(applied).contains("blocking-index-build", "blocking-index-drop", "validating-foreign-key",
        "validating-check", "not-rerunnable");
  }

  /** The rules whose fixes were tried; none where the example needs what its history does not show. */
  private List<String> apply(RulePage page, Example example) throws IOException, SQLException {
    ExampleProject project = project(page, example);
    Fixing fixing = Fixing.of(project.lint());
    if (fixing.files().isEmpty() || !applies(project, example)) {
      return List.of();
    }
    project.replaceLast(fixing.files().get(0).after());
    try (Connection session = before(project, example)) {
      server.migrate(session, project, project.last());
    } catch (SQLException e) {
      throw new AssertionError(where(page, example) + ", fixed: " + fixing, e);
    }
    count("fixed, applies");
    return fixing.files().get(0).findings().stream().map(finding -> finding.rule()).toList();
  }

  private boolean applies(ExampleProject project, Example example) throws IOException {
    try (Connection session = before(project, example)) {
      server.migrate(session, project, project.last());
      return true;
    } catch (SQLException e) {
      return false;
    }
  }
}
