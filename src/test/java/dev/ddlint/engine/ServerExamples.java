package dev.ddlint.engine;

import dev.ddlint.rule.Example;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RulePage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What tests share that run the examples in SQL of the rules' pages on a server; they say what they counted. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ServerExamples {
  private final Map<String, Integer> counts = new TreeMap<>();
  private int made;
  @TempDir
  Path folder;
  OnServer server;

  @BeforeAll
  void start() throws IOException, SQLException {
    server = new OnServer();
  }

  @AfterAll
  void stop() throws IOException, SQLException {
    server.close();
    System.out.println(getClass().getSimpleName() + ": " + counts);
  }

  /** All rules, or the one of {@code -Dddlint.rule=ID}. */
  static Stream<RuleIndex.Entry> rules() {
    return RuleIndex.load().all().stream()
        .filter(rule -> System.getProperty("ddlint.rule", rule.id()).matches(".*\\b" + rule.id() + "\\b.*"));
  }

  /** Reviews are about files, not about what is in them. */
  static Stream<Example> examples(RulePage page) {
    return page.examples().stream()
        .filter(e -> e.language() == Example.Language.SQL && e.attribute("review").isEmpty());
  }

  static String where(RulePage page, Example example) {
    return page.id() + ".md, the example at line " + example.line();
  }

  /** All SQL of an example: what it does not make it leaves out. */
  static String text(Example example) {
    return String.join("\n", example.history()) + example.code();
  }

  ExampleProject project(RulePage page, Example example) {
    return new ExampleProject(folder.resolve("example" + made++), page, example);
  }

  /** A session in a database to which the files before the last one were applied. */
  Connection before(ExampleProject project, Example example) throws IOException, SQLException {
    Connection session = server.fresh(text(example));
    try {
      server.history(session, project, project.last());
      return session;
    } catch (IOException | SQLException e) {
      session.close();
      throw e;
    }
  }

  void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }
}
