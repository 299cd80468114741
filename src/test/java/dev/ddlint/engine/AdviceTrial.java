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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One finding and its advice on the server. */
record AdviceTrial(ServerExamples with, RuleIndex.Entry rule, RulePage page, Example example, ExampleProject project,
    Finding finding, Guidance guidance) {
  /** Effects that are states: there is no statement to replace, but something to mend. */
  private static final Set<Effect> REPAIRED = Set.of(Effect.SCHEMA_STATE, Effect.TENANCY);

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
      with.count("mends what the schema does not show");
      return;
    }
    project.replaceLast(String.join(";\n", all) + ";\n");
    List<String> still = project.lintAll().findings().stream().filter(f -> f.rule().equals(rule.id()))
        .filter(f -> f.fingerprint().equals(finding.fingerprint())).map(Finding::headline).toList();
    assertThat(still).as("%s: the finding is gone with%n%s", ServerExamples.where(page, example), guidance).isEmpty();
    with.count("repairs the schema");
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
      with.count("the statement itself fails");
      return;
    }
    compareEnd(advised.get(), wanted.get());
    with.count(guidance.kind() == Advice.Kind.STAGED ? "reaches the end of its stages" : "reaches the same end");
    original.ifPresent(o -> avoids(o, advised.get()));
  }

  private void compareEnd(Outcome advised, Outcome wanted) {
    assertThat(advised.catalog()).as("%s: the catalog after%n%s", ServerExamples.where(page, example), guidance)
        .containsExactlyInAnyOrderElementsOf(wanted.catalog());
  }

  private void avoids(Outcome original, Outcome advised) {
    boolean aboutWork = rule.effects().contains(Effect.LOCK) || rule.effects().contains(Effect.REWRITE)
        || rule.effects().contains(Effect.SCAN);
    boolean stays = guidance.keeps() != Guidance.Keeps.NOT;
    if (!aboutWork || stays || original.seen().stream().noneMatch(AdviceTrial::blocks)) {
      return;
    }
    assertThat(advised.seen().stream().filter(AdviceTrial::blocks).map(Observation::line).toList())
        .as("%s: still works on a table that others wait for:%n%s", ServerExamples.where(page, example), guidance)
        .isEmpty();
    with.count("avoids the work under the lock");
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
      if (OnServer.isNotShown(e, ServerExamples.text(example))) {
        with.count("needs what its history does not show");
        return Optional.empty();
      }
      return fail(ServerExamples.where(page, example) + ": the server refuses " + e.getMessage() + "\n"
          + String.join(";\n", statements));
    }
  }

  private Outcome apply(List<String> statements, boolean withRows) throws IOException, SQLException {
    try (Connection session = with.before(project, example)) {
      if (withRows) {
        Rows.fill(session);
      }
      List<Observation> seen = new ArrayList<>();
      for (String statement : statements) {
        if (!isControl(statement)) {
          Observer.commit(session, statement).ifPresent(seen::add);
        }
      }
      return new Outcome(with.server.catalog(session), seen);
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
