package dev.ddlint.engine;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.State;
import dev.ddlint.config.Configuration;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Finding.Related;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.Unrecognized;
import dev.ddlint.parse.Script;
import dev.ddlint.parse.prisma.PrismaFile;
import dev.ddlint.prisma.PrismaNames;
import dev.ddlint.project.Migration;
import dev.ddlint.project.PrismaSchema;
import dev.ddlint.project.Project;
import dev.ddlint.project.Selection;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One project: its history first, then the schema that it leads to, then its Prisma schema. */
final class ProjectLinter {
  private final Selection selection;
  private final RuleIndex index;
  private final ActiveRules rules;
  private final Configuration configuration;
  private final Tally tally;
  /** Those that go up, then the others under report. */
  private final List<Migration> all;
  private final Parallel<Migration, ReadFile> reading;

  private final List<Finding> found = new ArrayList<>();
  /** Whether there is a history and all of it could be read. */
  private boolean whole;
  /** The files under report, each with the comments that silence findings in it. */
  private final Map<SourceFile, Suppressions> reported = new HashMap<>();

  ProjectLinter(Selection selection, RuleIndex index, ActiveRules rules, Configuration configuration, Tally tally) {
    this.selection = selection;
    this.index = index;
    this.rules = rules;
    this.configuration = configuration;
    this.tally = tally;
    Project project = selection.project();
    this.all = new ArrayList<>(project.migrations());
    project.aside().stream().filter(selection::reports).forEach(all::add);
    this.reading = new Parallel<>(all,
        new FileReader(project, configuration.placeholders(), configuration.dialect())::read);
  }

  /** What the rules say of the files under report, suppressed findings left out. */
  List<Finding> lint(Precedence precedence) throws InterruptedException {
    SchemaAudit audit = new SchemaAudit(rules, configuration,
        selection.project().layout().runner().wayOut());
    State state = migrations();
    // What is taken in is so whether or not the other finding is under report.
    List<Finding> ofMigrations = new ArrayList<>(
        precedence.apply(audit.check(state, Optional.empty(), reported::containsKey)));
    ofMigrations.removeIf(finding -> !reported.containsKey(finding.place().file()));
    prisma(audit, precedence, ofMigrations, whole ? Optional.of(state.catalog()) : Optional.empty());
    found.addAll(ofMigrations);
    return precedence.apply(found).stream().filter(finding -> {
      Suppressions comments = reported.get(finding.place().file());
      return comments == null || !comments.silences(finding);
    }).toList();
  }

  /** Begins to read the files, in the background. */
  ProjectLinter start() {
    reading.start();
    return this;
  }

  /** Folds the history; lets the change rules speak of what is under report. */
  State migrations() throws InterruptedException {
    Project project = selection.project();
    int up = project.migrations().size();
    whole = up > 0;
    HistoryLinter history = new HistoryLinter(selection.project(), rules, configuration.settings(),
        SchemaAudit.configured(configuration));
    for (int i = 0; i < all.size(); i++) {
      take(reading.get(i), selection.reports(all.get(i)), i < up, history);
    }
    if (up > 0) {
      tally.editable(project.migrations().get(up - 1).shownPath());
    }
    return history.state();
  }

  private void take(ReadFile file, boolean mine, boolean goesUp, HistoryLinter history) {
    whole &= !goesUp || file instanceof ReadFile.Parsed;
    if (file instanceof ReadFile.Unreadable unreadable) {
      tally.problems(List.of(unreadable.problem()));
    } else if (file instanceof ReadFile.Foreign foreign && mine) {
      tally.foreign(foreign.dialect(), 1);
    } else if (file instanceof ReadFile.Parsed parsed) {
      if (mine) {
        count(parsed.script());
        found.addAll(history.checkUnparsed(parsed));
      }
      if (goesUp) {
        found.addAll(history.migrate(parsed, mine));
      }
    }
  }

  private void count(Script script) {
    tally.file(script.file(), script.statements());
    Suppressions comments = new Suppressions(index);
    List<Span> spans = script.statements().stream().map(Statement::span).toList();
    script.trivia().forEach(trivia -> comments.comment(script.file(), trivia.span(), spans));
    reported.put(script.file(), comments);
  }

  /**
   * The Prisma schema's own findings. What exists in both layers is said once, at the Prisma line, with the migration as
   * the related place.
   *
   * @param history what the migrations lead to, where all of them could be read
   */
  private void prisma(SchemaAudit audit, Precedence precedence, List<Finding> ofMigrations,
      Optional<Catalog> history) {
    Optional<PrismaSchema> there = selection.project().schema();
    boolean asked = there.filter(s -> s.files().stream().anyMatch(selection::reports)).isPresent();
    if (there.isEmpty() || !asked && reported.isEmpty()) {
      return;
    }
    PrismaLinter schema = PrismaLinter.read(there.get());
    if (!schema.dialect().isJudged()) {
      if (asked) {
        tally.foreign(schema.dialect(), schema.files().size());
      }
      return;
    }
    Set<String> mine = new HashSet<>();
    there.get().files().stream().filter(selection::reports).forEach(f -> mine.add(f.shownPath()));
    schema.files().stream().filter(file -> mine.contains(file.file().path())).forEach(file -> count(file, schema));
    tally.problems(asked ? schema.problems() : List.of());
    Optional<PrismaNames> names = Optional.of(schema.lowered().names());
    for (Finding finding : precedence.apply(audit.check(schema.state(), names, history, file -> true))) {
      List<Finding> same = ofMigrations.stream().filter(f -> f.fingerprint().equals(finding.fingerprint())).toList();
      ofMigrations.removeAll(same);
      if (reported.containsKey(finding.place().file())) {
        found.add(same.isEmpty() ? finding : withRelated(finding, same.get(0).place()));
      }
    }
  }

  private static Finding withRelated(Finding finding, Place migration) {
    List<Related> related = new ArrayList<>(finding.related());
    related.add(new Related(migration, "the migration that made it"));
    return new Finding(finding.rule(), finding.level(), finding.headline(), finding.place(), finding.object(),
        finding.facts(), List.copyOf(related), finding.advice(), finding.fixes(), finding.fingerprint());
  }

  private void count(PrismaFile file, PrismaLinter schema) {
    List<Unrecognized> errors = schema.errors().getOrDefault(file.file(), List.of());
    tally.file(file.file(), PrismaLinter.declarations(file), errors);
    tally.editable(file.file().path());
    Suppressions comments = new Suppressions(index);
    List<Span> spans = PrismaSpans.of(file);
    file.comments().forEach(comment -> comments.comment(file.file(), comment.span(), spans));
    reported.put(file.file(), comments);
    HistoryLinter checker = new HistoryLinter(selection.project(), rules, configuration.settings(),
        SchemaAudit.configured(configuration));
    errors.forEach(error -> found.addAll(checker.checkUnparsed(error, file.file())));
  }
}
