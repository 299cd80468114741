package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Finding;
import dev.ddlint.ir.Statement;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Example;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RuleKind;
import dev.ddlint.rule.RulePage;
import dev.ddlint.server.Observation;
import dev.ddlint.server.Observer;
import dev.ddlint.server.Rows;
import dev.ddlint.text.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The advice of every bad example in SQL is run on a server. It applies. Where it stands for a statement, it leads to the
 * same catalog as that one, or, if it is staged, to the one that the page's {@code sql end} block makes; where it answers a
 * rule about the schema, the finding is gone. And where the statement reads, builds or writes a table while others wait
 * for it, no statement of the advice does.
 */
class AdviceTest {
  /** Effects that are states: there is no statement to replace, but something to mend. */
  private static final Set<Effect> REPAIRED = Set.of(Effect.SCHEMA_STATE, Effect.TENANCY);
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
    System.out.println("advice: " + COUNTS);
  }

  private static void count(String what) {
    COUNTS.merge(what, 1, Integer::sum);
  }

  @TestFactory
  Stream<DynamicNode> badExamples() {
    return RuleIndex.load().all().stream().filter(ExampleProject::isAsked).map(rule -> {
      RulePage page = RulePage.of(rule);
      Set<Advice.Kind> kinds = new TreeSet<>();
      Stream<DynamicTest> run = page.examples().stream().filter(e -> e.bad() && ExampleProject.isForServer(e))
          .map(example -> DynamicTest.dynamicTest("advice at line " + example.line(),
              () -> check(rule, page, example, kinds)));
      DynamicTest named = DynamicTest.dynamicTest("the page names its kind", () -> {
        if (!kinds.isEmpty()) {
          assertThat(kinds).as(page.id() + ".md").contains(page.advice());
        }
      });
      return DynamicContainer.dynamicContainer(rule.id(), Stream.concat(run, Stream.of(named)));
    });
  }

  private static void check(RuleIndex.Entry rule, RulePage page, Example example, Set<Advice.Kind> kinds)
      throws IOException, SQLException {
    ExampleProject project = new ExampleProject(folder.resolve("advice" + made++), page, example);
    List<Finding> findings = project.lint().findings().stream().filter(f -> f.rule().equals(rule.id())).toList();
    for (Finding finding : findings) {
      Optional<Advice> advice = finding.advice();
      Guidance guidance = Guidance.of(advice);
      count(advice.map(a -> a.kind().toString()).orElse("no advice"));
      kinds.add(guidance.kind());
      assertThat(guidance.statements().isEmpty())
          .as("%s: advice is SQL unless its kind is none: %s", where(page, example), advice)
          .isEqualTo(guidance.kind() == Advice.Kind.NONE);
      assertThat(guidance.hasBlank()).as("%s: a blank in %s", where(page, example), guidance).isFalse();
      if (!guidance.statements().isEmpty()) {
        new Trial(rule, page, example, project, finding, guidance).run();
      }
    }
  }

  private static String where(RulePage page, Example example) {
    return page.id() + ".md, the example at line " + example.line();
  }

  /** One finding and its advice on the server. */
  private record Trial(RuleIndex.Entry rule, RulePage page, Example example, ExampleProject project, Finding finding,
      Guidance guidance) {

    /** What a run of statements left behind and did. */
    private record Outcome(List<String> catalog, List<Observation> seen) {}

    void run() throws IOException, SQLException {
      boolean ofSchema = rule.kind() == RuleKind.SCHEMA
          || REPAIRED.containsAll(rule.effects())
              && !guidance.statements().contains(script(Set.of()).offending());
      if (ofSchema) {
        repair();
      } else {
        replace();
      }
    }

    private String text() {
      return String.join("\n", example.history()) + example.code();
    }

    /** It comes beside everything else; the finding is gone then. */
    private void repair() throws IOException, SQLException {
      Script script = script(Set.of());
      List<String> all = guidance.keeps() == Guidance.Keeps.BEHIND
          ? concat(script.before(), guidance.around(script.offending()), script.after())
          : concat(script.all(), guidance.statements(), List.of());
      Optional<Outcome> mended = outcome(all, false);
      if (mended.isEmpty()) {
        return;
      }
      if (example.end().isPresent()) {
        compareEnd(mended.get(), outcome(statements(new SourceFile("end.sql", example.end().get())), false).get());
        count("mends what the schema does not show");
        return;
      }
      project.replaceLast(String.join(";\n", all) + ";\n");
      List<String> still = project.lintAll().findings().stream().filter(f -> f.rule().equals(rule.id()))
          .filter(f -> f.fingerprint().equals(finding.fingerprint())).map(Finding::headline).toList();
      assertThat(still).as("%s: the finding is gone with%n%s", where(page, example), guidance).isEmpty();
      count("repairs the schema");
    }

    /** The statements of the file around the one that the finding stands on. */
    private record Script(List<String> before, String offending, List<String> after) {

      List<String> all() {
        return concat(before, offending.isEmpty() ? List.of() : List.of(offending), after);
      }
    }

    /** @param gone offsets of clauses whose statements the advice replaces as well */
    private Script script(Set<Integer> gone) throws IOException {
      SourceFile source = project.source(project.last());
      boolean here = finding.place().file().path().endsWith(project.last());
      List<String> before = new ArrayList<>();
      List<String> after = new ArrayList<>();
      String offending = "";
      for (Statement statement : new ScriptReader().read(source).statements()) {
        String sql = source.text(statement.span());
        if (here && statement.span().contains(finding.place().span())) {
          offending = sql;
        } else if (gone.stream().noneMatch(at -> at >= statement.span().start() && at < statement.span().end())) {
          (offending.isEmpty() ? before : after).add(sql);
        }
      }
      return new Script(before, offending, after);
    }

    /** It stands for the statement; where that is half of the matter, for the other half too. */
    private void replace() throws IOException, SQLException {
      Set<Integer> related = finding.related().stream()
          .filter(r -> r.place().file().path().equals(finding.place().file().path()))
          .map(r -> r.place().span().start()).collect(Collectors.toSet());
      try {
        compare(script(Set.of()));
      } catch (AssertionError alone) {
        if (related.isEmpty()) {
          throw alone;
        }
        compare(script(related));
      }
    }

    private void compare(Script script) throws IOException, SQLException {
      Optional<Outcome> advised = outcome(
          concat(script.before(), guidance.around(script.offending()), script.after()), true);
      Optional<Outcome> original = tried(script(Set.of()).all());
      Optional<Outcome> wanted = example.end().isPresent()
          ? outcome(statements(new SourceFile("end.sql", example.end().get())), false)
          : original;
      if (advised.isEmpty() || wanted.isEmpty()) {
        count("the statement itself fails");
        return;
      }
      compareEnd(advised.get(), wanted.get());
      count(guidance.kind() == Advice.Kind.STAGED ? "reaches the end of its stages" : "reaches the same end");
      original.ifPresent(o -> avoids(o, advised.get()));
    }

    private void compareEnd(Outcome advised, Outcome wanted) {
      assertThat(advised.catalog()).as("%s: the catalog after%n%s", where(page, example), guidance)
          .containsExactlyInAnyOrderElementsOf(wanted.catalog());
    }

    private void avoids(Outcome original, Outcome advised) {
      boolean aboutWork = rule.effects().contains(Effect.LOCK) || rule.effects().contains(Effect.REWRITE)
          || rule.effects().contains(Effect.SCAN);
      boolean stays = guidance.keeps() != Guidance.Keeps.NOT;
      if (!aboutWork || stays || original.seen().stream().noneMatch(Trial::blocks)) {
        return;
      }
      assertThat(advised.seen().stream().filter(Trial::blocks).map(Observation::line).toList())
          .as("%s: still works on a table that others wait for:%n%s", where(page, example), guidance).isEmpty();
      count("avoids the work under the lock");
    }

    /** Reads, builds or writes a table while writers have to wait for it. */
    private static boolean blocks(Observation seen) {
      return Stream.concat(seen.scanned().stream(), seen.rewritten().stream())
          .anyMatch(table -> List.of("Share", "ShareRowExclusive", "Exclusive", "AccessExclusive")
              .contains(seen.locks().getOrDefault(table, "")));
    }

    private Optional<Outcome> tried(List<String> statements) throws IOException, SQLException {
      try {
        return Optional.of(apply(statements, true));
      } catch (SQLException e) {
        try {
          return Optional.of(apply(statements, false));
        } catch (SQLException again) {
          return Optional.empty();
        }
      }
    }

    /** Empty where the example leaves out what the statements need. */
    private Optional<Outcome> outcome(List<String> statements, boolean withRows) throws IOException, SQLException {
      try {
        return Optional.of(apply(statements, withRows));
      } catch (SQLException e) {
        if (withRows && e.getSQLState().startsWith("2")) {
          return outcome(statements, false);
        }
        if (OnServer.isNotShown(e, text())) {
          count("needs what its history does not show");
          return Optional.empty();
        }
        return fail(where(page, example) + ": the server refuses " + e.getMessage() + "\n"
            + String.join(";\n", statements));
      }
    }

    private Outcome apply(List<String> statements, boolean withRows) throws IOException, SQLException {
      try (Connection session = server.fresh(text())) {
        server.history(session, project, project.last());
        if (withRows) {
          Rows.fill(session);
        }
        List<Observation> seen = new ArrayList<>();
        for (String statement : statements) {
          if (!isControl(statement)) {
            Observer.commit(session, statement).ifPresent(seen::add);
          }
        }
        return new Outcome(server.catalog(session), seen);
      }
    }

    /** Each statement is looked at in a transaction of its own. */
    private static boolean isControl(String statement) {
      return statement.matches("(?is)\\s*(begin|commit|end|start transaction)\\b.*");
    }

    private static List<String> statements(SourceFile source) {
      return new ScriptReader().read(source).statements().stream().map(s -> source.text(s.span())).toList();
    }

    private static List<String> concat(List<String> a, List<String> b, List<String> c) {
      return Stream.of(a, b, c).flatMap(List::stream).toList();
    }
  }
}
