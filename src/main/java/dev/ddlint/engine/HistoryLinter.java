package dev.ddlint.engine;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.State;
import dev.ddlint.finding.Finding;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.Transaction;
import dev.ddlint.ir.Unrecognized;
import dev.ddlint.parse.Script;
import dev.ddlint.physics.Physics;
import dev.ddlint.project.Direction;
import dev.ddlint.project.RunnerProfile;
import dev.ddlint.project.Section;
import dev.ddlint.rule.Settings;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Folds a history and lets the change rules speak on the days that are reported. */
final class HistoryLinter {
  private final ActiveRules rules;
  private final Physics physics;
  private final Settings settings;
  private State state = State.EMPTY;
  private int ordinal;

  HistoryLinter(ActiveRules rules, Settings settings) {
    this.rules = rules;
    this.settings = settings;
    this.physics = Physics.of(settings.postgresVersion(), settings.timeZone());
  }

  State state() {
    return state;
  }

  /** Applies a migration; gives its findings when it is reported. */
  List<Finding> migrate(ReadFile.Parsed migration, boolean reported) {
    state = state.beginMigration(ordinal++);
    Day day = new Day(migration.file());
    for (Section section : migration.sections()) {
      if (section.direction() != Direction.DOWN) {
        run(migration.script(), section, day, reported);
      }
    }
    return reported ? check(day) : List.of();
  }

  private void run(Script script, Section section, Day day, boolean reported) {
    List<Statement> statements = inside(script.statements(), section.span());
    RunnerProfile.Transaction transaction = reported ? transaction(section, statements) : NOT_ASKED;
    for (Statement statement : statements) {
      State before = state;
      State.Step step = before.apply(statement, script.file());
      state = step.after();
      if (reported) {
        day.add(new Day.Step(statement, before, state, step.changes(), transaction, section.runner().wayOut()));
        transaction = endsTheTools(statement, before) ? section.runner().ended(transaction) : transaction;
      }
    }
  }

  /** A COMMIT or ROLLBACK without a BEGIN of the script's own. */
  private static boolean endsTheTools(Statement statement, State before) {
    return statement instanceof Transaction t && !before.inTransaction()
        && (t.kind() == Transaction.Kind.COMMIT || t.kind() == Transaction.Kind.ROLLBACK);
  }

  private static final RunnerProfile.Transaction NOT_ASKED = new RunnerProfile.Transaction(RunnerProfile.Answer.UNKNOWN,
      "");

  private static RunnerProfile.Transaction transaction(Section section, List<Statement> statements) {
    int forbidding = (int) statements.stream().filter(Physics::forbiddenInTransaction).count();
    return section.runner().transaction(statements.size(), forbidding);
  }

  private static List<Statement> inside(List<Statement> statements, Span span) {
    boolean all = statements.isEmpty() || span.start() <= statements.get(0).span().start()
        && statements.get(statements.size() - 1).span().end() <= span.end();
    return all ? statements : statements.stream().filter(s -> span.contains(s.span())).toList();
  }

  /** Down sections are parsed: what cannot be understood there is said too. */
  List<Finding> checkUnparsed(ReadFile.Parsed migration) {
    Day day = new Day(migration.file());
    for (Section section : migration.sections()) {
      if (section.direction() == Direction.DOWN) {
        inside(migration.script().statements(), section.span()).stream().filter(Unrecognized.class::isInstance)
            .forEach(s -> day.add(new Day.Step(s, State.EMPTY, State.EMPTY, List.of(), NOT_ASKED, "")));
      }
    }
    return check(day);
  }

  /** Lets the rules speak of one thing that was not understood. */
  List<Finding> checkUnparsed(Unrecognized statement, SourceFile file) {
    Day day = new Day(file);
    day.add(new Day.Step(statement, State.EMPTY, State.EMPTY, List.of(), NOT_ASKED, ""));
    return check(day);
  }

  private List<Finding> check(Day day) {
    List<Finding> findings = new ArrayList<>();
    for (Day.Step step : day.steps()) {
      for (var active : rules.of(step.statement())) {
        Collector collector = new Collector(active, Optional.of(day.file()));
        active.rule().check(step.statement(), new StepContext(day, step, Optional.empty(), physics, settings),
            collector);
        findings.addAll(collector.finish());
      }
      for (Change change : step.changes()) {
        for (var active : rules.of(change)) {
          Collector collector = new Collector(active, Optional.of(day.file()));
          active.rule().check(change, new StepContext(day, step, Optional.of(change), physics, settings), collector);
          findings.addAll(collector.finish());
        }
      }
    }
    return findings;
  }
}
