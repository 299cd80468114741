package dev.ddlint.engine;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.State;
import dev.ddlint.finding.Finding;
import dev.ddlint.ir.Statement;
import dev.ddlint.parse.Script;
import dev.ddlint.project.Migration;
import dev.ddlint.project.Project;
import dev.ddlint.project.Review;
import dev.ddlint.project.Selection;
import dev.ddlint.rule.Schema;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;

/** One project: its history first, then the schema that it leads to, then its Prisma schema. */
final class ProjectLinter {
  private final Selection selection;
  private final Shared run;
  private final Comments comments;
  /** Those that go up, then the others under report. */
  private final List<Migration> all;
  private final Parallel<Migration, ReadFile> reading;
  private final Downs downs;
  private final HistoryLinter history;
  private final SchemaAudit audit;
  private final PrismaPart prisma;
  private final List<Finding> found = new ArrayList<>();
  private final List<FutureTask<List<Finding>>> ofDays = new ArrayList<>();
  private final List<FutureTask<List<Finding>>> ofState = new ArrayList<>();
  private State state = State.EMPTY;
  /** Whether there is a history and all of its files were read. */
  private boolean whole;
  private final Set<String> unread = new HashSet<>();
  /** The catalog before the first migration that the base of a review does not have. */
  private Optional<Catalog> atBase = Optional.empty();

  ProjectLinter(Selection selection, Shared run) {
    this.selection = selection;
    this.run = run;
    this.comments = new Comments(run);
    Project project = selection.project();
    this.all = new ArrayList<>(project.migrations());
    project.aside().stream().filter(selection::reports).forEach(all::add);
    FileReader reader = new FileReader(project, run.configuration().placeholders(),
        run.configuration().dialect(), selection.unsaved());
    this.reading = new Parallel<>(all, reader::read);
    this.downs = new Downs(project, reader::read);
    this.history = new HistoryLinter(selection, run.rules(), run.configuration().settings(),
        SchemaAudit.configured(run.configuration()), downs);
    this.audit = new SchemaAudit(run.rules(), run.configuration(), project.layout().runner().wayOut(),
        selection.standing().review().isAudit());
    this.prisma = new PrismaPart(selection, run, comments);
  }

  /** Folds the history; the rules begin to speak of its days, and of what it leads to. */
  void fold(Checks checks) throws InterruptedException {
    if (nothingLeft()) {
      return;
    }
    prisma.start();
    state = migrations(checks);
    prisma.compare(audit, folded(state.catalog()));
    boolean everything = prisma.asked();
    SchemaAudit whole = audit.with(history.passing(), history.granted());
    ofState.add(checks.begin(() -> whole.check(state, Optional.empty(), file -> everything || comments.reports(file))));
  }

  /** What the rules say of the files under report, once the history is folded. */
  Judged judge(Verdict verdict) throws InterruptedException {
    if (nothingLeft()) {
      return judged(Optional.empty(), history.checkStanding(comments::fileOf), verdict);
    }
    found.addAll(Checks.results(ofDays));
    // What is taken in is so whether or not the other finding is under report.
    List<Finding> ofMigrations = new ArrayList<>(run.precedence().apply(Checks.results(ofState)));
    found.addAll(prisma.lint(audit, ofMigrations, folded(state.catalog()), verdict::on));
    ofMigrations.removeIf(finding -> !comments.reports(finding.place().file()));
    found.addAll(ofMigrations);
    return judged(Optional.of(state.catalog()), run.precedence().apply(found), verdict);
  }

  private Judged judged(Optional<Catalog> schema, List<Finding> all, Verdict verdict) {
    Set<String> fingerprints = all.stream().map(Finding::fingerprint).collect(Collectors.toSet());
    List<Finding> spoken = new ArrayList<>();
    for (Finding finding : all) {
      comments.silence(finding).ifPresentOrElse(verdict::on, () -> spoken.add(finding));
    }
    spoken.addAll(comments.check(selection));
    return new Judged(selection.project().layout(), schema, fingerprints, spoken);
  }

  private Folded folded(Catalog now) {
    return whole
        ? new Folded(Optional.of(new Schema.Migrated(now, unread)),
            Optional.of(new Schema.Migrated(atBase.orElse(now), unread)))
        : new Folded(Optional.empty(), Optional.empty());
  }

  /** A history under review of which only deletions are new. */
  private boolean nothingLeft() {
    return !selection.standing().review().isAudit() && selection.reported().isEmpty();
  }

  /** Begins to read the files, in the background. */
  ProjectLinter start() {
    if (!nothingLeft()) {
      reading.start();
    }
    return this;
  }

  /** Folds the history alone. */
  State migrations() throws InterruptedException {
    try (Checks none = new Checks()) {
      return migrations(none);
    }
  }

  private State migrations(Checks checks) throws InterruptedException {
    Project project = selection.project();
    int up = project.migrations().size();
    whole = up > 0;
    for (int i = up; i < all.size(); i++) {
      ReadFile aside = reading.get(i);
      downs.keep(aside);
      take(aside, true, false, checks);
    }
    for (int i = 0; i < up; i++) {
      if (atBase.isEmpty() && selection.standing().isAdded(all.get(i))) {
        atBase = Optional.of(history.state().catalog());
      }
      take(reading.get(i), selection.reports(all.get(i)), true, checks);
    }
    Review review = selection.standing().review();
    if (!review.isAudit()) {
      found.addAll(history.checkStanding(comments::fileOf));
      all.stream().filter(selection.standing()::isAdded).forEach(m -> run.tally().editable(m.shownPath()));
    } else if (up > 0) {
      run.tally().editable(project.migrations().get(up - 1).shownPath());
    }
    return history.state();
  }

  /** What the migrations under report lock and do. */
  List<Impact> impact() throws InterruptedException {
    if (nothingLeft()) {
      return List.of();
    }
    List<Impact> impacts = new ArrayList<>();
    for (int i = 0; i < selection.project().migrations().size(); i++) {
      boolean mine = selection.reports(all.get(i));
      ReadFile file = reading.get(i);
      if (file instanceof ReadFile.Unreadable unreadable) {
        run.tally().problems(List.of(unreadable.problem()));
      } else if (file instanceof ReadFile.Parsed parsed) {
        RecordedDay day = history.record(parsed, mine);
        history.pass(parsed, day);
        if (mine) {
          impacts.add(Timeline.of(day));
        }
      }
    }
    return impacts;
  }

  private void take(ReadFile file, boolean mine, boolean goesUp, Checks checks) {
    whole &= !goesUp || file instanceof ReadFile.Parsed;
    if (file instanceof ReadFile.Unreadable unreadable) {
      run.tally().problems(List.of(unreadable.problem()));
    } else if (file instanceof ReadFile.Foreign foreign && mine) {
      run.tally().foreign(foreign.dialect(), 1);
    } else if (file instanceof ReadFile.Parsed parsed) {
      read(parsed.script(), mine);
      if (mine) {
        ofDays.add(checks.begin(() -> history.checkUnparsed(parsed)));
      }
      if (goesUp) {
        if (selection.project().schema().isPresent()) {
          unread.addAll(UnreadWords.of(parsed.script()));
        }
        RecordedDay day = history.fold(parsed, mine);
        if (mine) {
          ofDays.add(checks.begin(() -> advised(history.check(day))));
        }
      }
    }
  }

  private List<Finding> advised(List<Finding> findings) {
    boolean prisma = selection.project().layout().id().equals("prisma");
    return prisma ? findings.stream().map(PrismaMigrateAdvice::added).toList() : findings;
  }

  private void read(Script script, boolean mine) {
    if (mine) {
      run.tally().file(script.file(), script.statements());
      comments.report(script.file());
    }
    if (SuppressionComment.mayStandIn(script.file().text())) {
      List<Span> spans = script.statements().stream().map(Statement::span).toList();
      comments.read(script.file(), script.trivia().stream().map(Script.Trivia::span).toList(), spans);
    }
  }
}
