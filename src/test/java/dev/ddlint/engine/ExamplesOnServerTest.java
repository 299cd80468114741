package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.ddlint.rule.Example;
import dev.ddlint.rule.RulePage;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The examples in SQL of every page run on a server, as their runner would run them. A good one applies; a bad one does so
 * too, unless its page says that it fails.
 */
class ExamplesOnServerTest extends ServerExamples {
  private static final Pattern SAYS_IT_FAILS = Pattern.compile("(?i)\\b(fail|refuse|error|abort)");

  @TestFactory
  Stream<DynamicNode> examples() {
    return rules().map(rule -> {
      RulePage page = RulePage.of(rule);
      return DynamicContainer.dynamicContainer(rule.id(), examples(page).map(example -> DynamicTest
          .dynamicTest((example.bad() ? "bad" : "good") + " at line " + example.line(), () -> check(page, example))));
    });
  }

  private void check(RulePage page, Example example) throws IOException, SQLException {
    ExampleProject project = project(page, example);
    String kind = example.bad() ? "bad " : "good ";
    try (Connection session = before(project, example)) {
      server.migrate(session, project, project.last());
      count(kind + "applies");
    } catch (SQLException e) {
      if (OnServer.isNotShown(e, text(example))) {
        count(kind + "needs what its history does not show");
      } else if (example.bad()) {
        assertThat(SAYS_IT_FAILS.matcher(page.markdown()).find()).as(where(page, example) + ": " + e.getMessage())
            .isTrue();
        count("bad fails, as the page says");
      } else {
        fail(where(page, example) + ": " + e.getMessage());
      }
    }
  }
}
