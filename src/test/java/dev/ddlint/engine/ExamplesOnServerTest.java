package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.ddlint.rule.Example;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RulePage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples in SQL of every page run on a server, as their runner would run them. A good one applies; a bad one does so
 * too, unless its page says that it fails.
 */
class ExamplesOnServerTest {
  private static final Pattern SAYS_IT_FAILS = Pattern.compile("(?i)\\b(fail|refuse|error|abort)");
  private static final Map<String, Integer> COUNTS = new TreeMap<>();
  private static OnServer server;

  @TempDir
  private static Path folder;
  private static int made;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = new OnServer();
  }

  @AfterAll
  static void stop() throws IOException, SQLException {
    server.close();
    System.out.println("examples: " + COUNTS);
  }

  @TestFactory
  Stream<DynamicNode> examples() {
    return RuleIndex.load().all().stream().filter(ExampleProject::isAsked).map(rule -> {
      RulePage page = RulePage.of(rule);
      return DynamicContainer.dynamicContainer(rule.id(),
          page.examples().stream().filter(ExampleProject::isForServer)
              .map(example -> DynamicTest.dynamicTest((example.bad() ? "bad" : "good") + " at line " + example.line(),
                  () -> check(page, example))));
    });
  }

  private static void check(RulePage page, Example example) throws IOException, SQLException {
    ExampleProject project = new ExampleProject(folder.resolve("example" + made++), page, example);
    String text = String.join("\n", example.history()) + example.code();
    try (Connection session = server.fresh(text)) {
      server.history(session, project, project.last());
      server.migrate(session, project, project.last());
      count(example, "applies");
    } catch (SQLException e) {
      String where = page.id() + ".md, the example at line " + example.line() + ": ";
      if (OnServer.isNotShown(e, text)) {
        count(example, "needs what its history does not show");
      } else if (example.bad()) {
        assertThat(SAYS_IT_FAILS.matcher(page.markdown()).find()).as(where + e.getMessage()).isTrue();
        count(example, "fails, as the page says");
      } else {
        fail(where + e.getMessage());
      }
    }
  }

  private static void count(Example example, String what) {
    COUNTS.merge((example.bad() ? "bad " : "good ") + what, 1, Integer::sum);
  }
}
