package dev.ddlint.engine;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.ObjectId;
import dev.ddlint.catalog.State;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.TenancySettings;
import dev.ddlint.config.Configuration;
import dev.ddlint.finding.Finding;
import dev.ddlint.ir.Privileges;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.Transaction;
import dev.ddlint.ir.Unrecognized;
import dev.ddlint.parse.Script;
import dev.ddlint.physics.Effects;
import dev.ddlint.physics.Physics;
import dev.ddlint.project.Direction;
import dev.ddlint.project.Migration;
import dev.ddlint.project.Project;
import dev.ddlint.project.RunnerProfile;
import dev.ddlint.project.Section;
import dev.ddlint.project.Selection;
import dev.ddlint.project.Standing;
import dev.ddlint.rule.Day;
import dev.ddlint.rule.HistoryRule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.Settings;
import dev.ddlint.rule.Step;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/** Folds a history and lets the change rules speak on the days that are reported. */
final class HistoryLinter {
  private final Project project;
  private final ActiveRules rules;
  private final Physics physics;
  private final Settings settings;
  private final Sizing sizing;
  private final TenancySettings tenancy;
  private final Standing standing;
  private final Downs downs;
  private State state = State.EMPTY;
  private int ordinal;
  /** The migrations under review that were not there before, so far, and the tables that they put rows into. */
  private final List<Day> together = new ArrayList<>();
  private PSet<ObjectId> filledTogether = HashTreePSet.empty();
  private final List<Schema.Passing> passing = new ArrayList<>();
  private final List<Schema.Granted> granted = new ArrayList<>();

  HistoryLinter(Selection selection, ActiveRules rules, Settings settings, TenancySettings tenancy, Downs downs) {
    this.project = selection.project();
    this.standing = selection.standing();
    this.downs = downs;
    this.rules = rules;
    this.settings = settings;
    this.sizing = new Sizing(settings.statistics());
    this.tenancy = tenancy;
    this.physics = Physics.of(settings.postgresVersion(), settings.timeZone());
  }

  /** Begins with a database that is there already. */
  HistoryLinter from(State there) {
    state = there;
    ordinal = there.migration() + 1;
    return this;
  }

  /** For statements that stand in no history, so that nothing takes them back. */
  static HistoryLinter alone(Project project, ActiveRules rules, Configuration configuration) {
    return new HistoryLinter(new Selection(project, Set.of()), rules, configuration.settings(),
        SchemaAudit.configured(configuration),
        new Downs(project, migration -> new ReadFile.Unreadable(migration, "not looked for")));
  }

  State state() {
    return state;
  }

  /** Applies a migration; gives its findings when it is reported. */
  List<Finding> migrate(ReadFile.Parsed migration, boolean reported) {
    RecordedDay day = fold(migration, reported);
    return reported ? check(day) : List.of();
  }

  /** Applies a migration, of which the rules may speak later. */
  RecordedDay fold(ReadFile.Parsed migration, boolean reported) {
    RecordedDay day = record(migration, reported);
    day.changes().forEach(change -> note(change, day.after().catalog()));
    pass(migration, day);
    return day;
  }

  /** Applies a migration; the day holds its statements when it is reported. */
  RecordedDay record(ReadFile.Parsed migration, boolean reported) {
    boolean added = standing.isAdded(migration.migration());
    boolean othersGoBack = reported && downs.othersHaveOne(migration.migration());
    // What is added is applied together: one ordinal for all, which no other migration has.
    state = added
        ? state.beginTogether(project.migrations().size(), filledTogether)
        : state.beginMigration(ordinal++);
    RecordedDay day = new RecordedDay(project, migration.migration(), migration.file(), state, physics, settings,
        tenancy)
        .amid(standing, added && inOneTransaction() ? together : List.of(), () -> downs.of(migration),
            othersGoBack);
    for (Section section : migration.sections()) {
      if (section.direction() != Direction.DOWN) {
        day.beginPart();
        run(migration.script(), section, day, reported || added);
      }
    }
    return day;
  }

  /** The columns that migrations under report made and dropped again. */
  List<Schema.Passing> passing() {
    return passing;
  }

  /** What was granted and revoked, in this order. */
  List<Schema.Granted> granted() {
    return granted;
  }

  private void note(Change change, Catalog after) {
    switch (change) {
      case Change.TableCreated made -> made.table().columns().forEach(column -> note(made.table(), column, after));
      case Change.ColumnAdded added -> note(added.table(), added.column(), after);
      default -> {
      }
    }
  }

  private void note(Table table, Column column, Catalog after) {
    if (after.table(table.id()).flatMap(now -> now.column(column.number())).isEmpty() && !table.isTemporary()) {
      passing.add(new Schema.Passing(table, column));
    }
  }

  /** What the migrations behind a day are to know of it. */
  void pass(ReadFile.Parsed migration, RecordedDay day) {
    downs.pass(migration);
    if (standing.isAdded(migration.migration())) {
      together.add(day);
      filledTogether = state.filled();
    }
  }

  private boolean inOneTransaction() {
    return project.layout().runner().reach() == RunnerProfile.Reach.ALL_PENDING;
  }

  /**
   * What the rules say of what the history has become since the base of a review.
   *
   * @param files those under report, by the path that reports show
   */
  List<Finding> checkStanding(Function<String, Optional<SourceFile>> files) {
    List<Finding> findings = new ArrayList<>();
    for (var active : rules.history()) {
      Collector collector = new Collector(active, Optional.empty());
      active.rule().check(new HistoryRule.Reviewed(project, standing, files), collector);
      findings.addAll(collector.finish());
    }
    return findings;
  }

  private void run(Script script, Section section, RecordedDay day, boolean reported) {
    List<Statement> statements = inside(script.statements(), section.span());
    RunnerProfile.Transaction transaction = reported
        ? transaction(section, statements)
        : RunnerProfile.Transaction.NOT_ASKED;
    for (Statement statement : statements) {
      State before = state;
      State.Step step = before.apply(statement, script.file());
      state = step.after();
      if (statement instanceof Privileges) {
        grant(step);
      }
      if (reported) {
        day.add(statement, before, step, transaction, section.runner());
        transaction = endsTheTools(statement, before) ? section.runner().ended(transaction) : transaction;
      }
    }
  }

  private void grant(State.Step step) {
    int newest = step.after().nextId() - 1;
    for (Change change : step.changes()) {
      if (change instanceof Change.PrivilegesChanged privileges) {
        granted.add(new Schema.Granted(privileges.statement(), privileges.table().map(Table::id), newest));
      }
    }
  }

  /** A COMMIT or ROLLBACK without a BEGIN of the script's own. */
  private static boolean endsTheTools(Statement statement, State before) {
    return statement instanceof Transaction t && !before.inTransaction()
        && (t.kind() == Transaction.Kind.COMMIT || t.kind() == Transaction.Kind.ROLLBACK);
  }

  private static final State.Step NOTHING = new State.Step(State.EMPTY, List.of());

  private static RunnerProfile.Transaction transaction(Section section, List<Statement> statements) {
    int forbidding = (int) statements.stream().filter(Physics::forbiddenInTransaction)
        .filter(RunnerProfile::isDetected).count();
    return section.runner().transaction(statements.size(), forbidding);
  }

  private static List<Statement> inside(List<Statement> statements, Span span) {
    boolean all = statements.isEmpty() || span.start() <= statements.get(0).span().start()
        && statements.get(statements.size() - 1).span().end() <= span.end();
    return all ? statements : statements.stream().filter(s -> span.contains(s.span())).toList();
  }

  /** Down sections are parsed: what cannot be understood there is said too. */
  List<Finding> checkUnparsed(ReadFile.Parsed migration) {
    RecordedDay day = new RecordedDay(project, migration.migration(), migration.file(), State.EMPTY, physics, settings,
        tenancy);
    for (Section section : migration.sections()) {
      if (section.direction() == Direction.DOWN) {
        inside(migration.script().statements(), section.span()).stream().flatMap(Unrecognized::in)
            .forEach(s -> day.add(s, State.EMPTY, NOTHING));
      }
    }
    return checkSteps(day);
  }

  /** Lets the rules speak of one thing in a file of no migration that was not understood. */
  List<Finding> checkUnparsed(Unrecognized statement, SourceFile file) {
    Migration none = new Migration("", file.path(), Direction.UP, Path.of(file.path()), file.path());
    RecordedDay day = new RecordedDay(project, none, file, State.EMPTY, physics, settings, tenancy);
    day.add(statement, State.EMPTY, NOTHING);
    return checkSteps(day);
  }

  /** What the rules say of a day; asked from any thread, behind what was folded since. */
  List<Finding> check(Day day) {
    List<Finding> findings = checkSteps(day);
    for (var active : rules.migration()) {
      Collector collector = new Collector(active, Optional.of(day.file()));
      active.rule().check(day, collector);
      for (Finding finding : collector.finish()) {
        sizing.apply(finding, active.entry()).ifPresent(findings::add);
      }
    }
    return findings.isEmpty() ? findings : findings.stream().map(Stretches.of(day)::mark).toList();
  }

  private List<Finding> checkSteps(Day day) {
    List<Finding> findings = new ArrayList<>();
    for (Step step : day.steps()) {
      for (var active : rules.of(step.statement())) {
        Collector collector = new Collector(active, Optional.of(day.file()));
        active.rule().check(step.statement(), new StepContext(day, step, Optional.empty()), collector);
        findings.addAll(sized(active, step, collector.finish(), step::effects));
      }
      for (Change change : step.changes()) {
        for (var active : rules.of(change)) {
          Collector collector = new Collector(active, Optional.of(day.file()));
          active.rule().check(change, new StepContext(day, step, Optional.of(change)), collector);
          findings.addAll(sized(active, step, collector.finish(), () -> step.effects(change)));
        }
      }
    }
    return findings;
  }

  private List<Finding> sized(ActiveRules.Active<?> active, Step step, List<Finding> findings,
      Supplier<Effects> effects) {
    if (findings.isEmpty() || sizing.knowsNothing()) {
      return findings;
    }
    return findings.stream().flatMap(finding -> sizing
        .apply(finding, active.entry(), active.override().isPresent(), effects.get(), step.before()).stream()).toList();
  }
}
