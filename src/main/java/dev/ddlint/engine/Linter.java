package dev.ddlint.engine;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.State;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.TenancyMode;
import dev.ddlint.catalog.tenancy.TenancySettings;
import dev.ddlint.catalog.tenancy.TenantInference;
import dev.ddlint.catalog.tenancy.TenantModel;
import dev.ddlint.config.Configuration;
import dev.ddlint.engine.Result.Unparsed;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Finding.Related;
import dev.ddlint.ir.Dialect;
import dev.ddlint.ir.DoBlock;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.Unrecognized;
import dev.ddlint.parse.Script;
import dev.ddlint.parse.prisma.PrismaFile;
import dev.ddlint.prisma.PrismaNames;
import dev.ddlint.project.Found;
import dev.ddlint.project.Migration;
import dev.ddlint.project.Project;
import dev.ddlint.project.Selection;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.Schema;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A run of {@code check}: every project in turn, its findings put in order. */
public final class Linter {
  private static final Comparator<Finding> IN_ORDER = Comparator.comparing((Finding f) -> f.place().file().path())
      .thenComparing(f -> f.place().span()).thenComparing(Finding::rule).thenComparing(f -> f.object().name());

  private final RuleIndex index;
  private final ActiveRules rules;
  private final Precedence precedence;
  private final Configuration configuration;

  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> editable = new HashSet<>();
  private final List<Unparsed> unparsed = new ArrayList<>();
  private final Map<Dialect, Integer> foreign = new EnumMap<>(Dialect.class);
  private final List<String> problems = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private int files;
  private int statements;

  private Linter(RuleIndex index, Configuration configuration) {
    this.index = index;
    this.configuration = configuration;
    this.rules = new ActiveRules(index, configuration);
    this.precedence = new Precedence(rules.entries());
  }

  /** Lints what was found. */
  public static Result lint(Found found, RuleIndex index, Configuration configuration) throws InterruptedException {
    Linter linter = new Linter(index, configuration);
    linter.problems.addAll(found.problems());
    linter.notices.addAll(found.notices());
    for (Selection selection : found.selections()) {
      linter.lint(selection);
    }
    return linter.result();
  }

  private Result result() {
    findings.sort(IN_ORDER);
    unparsed.sort(Comparator.comparing((Unparsed u) -> u.place().file().path()).thenComparing(u -> u.place().span()));
    return new Result(List.copyOf(findings), Set.copyOf(editable), files, statements, statements - unparsed.size(),
        List.copyOf(unparsed), Map.copyOf(foreign), List.copyOf(problems), List.copyOf(notices));
  }

  private void lint(Selection selection) throws InterruptedException {
    Project project = selection.project();
    List<Finding> reported = new ArrayList<>();
    Suppressed suppressed = new Suppressed();
    State state = migrations(selection, reported, suppressed);
    List<Finding> schemaFindings = new ArrayList<>();
    for (Finding finding : schema(state, Schema.Kind.MIGRATIONS, Optional.empty())) {
      if (suppressed.files.containsKey(finding.place().file())) {
        schemaFindings.add(finding);
      }
    }
    prisma(selection, schemaFindings, reported, suppressed);
    reported.addAll(schemaFindings);
    for (Finding finding : precedence.apply(reported)) {
      Suppressions comments = suppressed.files.get(finding.place().file());
      if (comments == null || !comments.silences(finding)) {
        findings.add(finding);
      }
    }
  }

  /** The files under report, each with the comments that silence findings in it. */
  private static final class Suppressed {
    private final Map<SourceFile, Suppressions> files = new HashMap<>();
  }

  private State migrations(Selection selection, List<Finding> reported, Suppressed suppressed)
      throws InterruptedException {
    Project project = selection.project();
    List<Migration> all = new ArrayList<>(project.migrations());
    int up = all.size();
    project.aside().stream().filter(selection::reports).forEach(all::add);
    Parallel<Migration, ReadFile> reading = new Parallel<>(all,
        new FileReader(project, configuration.placeholders())::read).start();
    HistoryLinter history = new HistoryLinter(rules, configuration.settings());
    for (int i = 0; i < all.size(); i++) {
      boolean mine = selection.reports(all.get(i));
      switch (reading.get(i)) {
        case ReadFile.Foreign f -> {
          if (mine) {
            foreign.merge(f.dialect(), 1, Integer::sum);
          }
        }
        case ReadFile.Unreadable u -> problems.add(u.problem());
        case ReadFile.Parsed p -> {
          if (mine) {
            count(p, suppressed);
            reported.addAll(history.checkUnparsed(p));
          }
          if (i < up) {
            reported.addAll(history.migrate(p, mine));
          }
        }
      }
    }
    if (up > 0) {
      editable.add(project.migrations().get(up - 1).shownPath());
    }
    return history.state();
  }

  private void count(ReadFile.Parsed parsed, Suppressed suppressed) {
    files++;
    Script script = parsed.script();
    Suppressions comments = new Suppressions(index);
    List<Span> spans = script.statements().stream().map(Statement::span).toList();
    script.trivia().forEach(trivia -> comments.comment(script.file(), trivia.span(), spans));
    suppressed.files.put(script.file(), comments);
    script.statements().forEach(statement -> count(statement, script.file()));
  }

  private void count(Statement statement, SourceFile file) {
    statements++;
    switch (statement) {
      case Unrecognized u -> unparsed.add(new Unparsed(new Place(file, u.at()), u.reason()));
      case DoBlock block -> block.statements().forEach(embedded -> count(embedded.statement(), file));
      default -> {
      }
    }
  }

  /**
   * The Prisma schema's own findings. What exists in both layers is said once, at the Prisma line, with the migration as
   * the related place.
   */
  private void prisma(Selection selection, List<Finding> ofMigrations, List<Finding> reported, Suppressed suppressed) {
    if (selection.project().schema().isEmpty()) {
      return;
    }
    boolean asked = selection.project().schema().get().files().stream().anyMatch(selection::reports);
    if (!asked && ofMigrations.isEmpty()) {
      return;
    }
    PrismaLinter schema = PrismaLinter.read(selection.project().schema().get());
    if (!schema.dialect().isJudged()) {
      if (asked) {
        foreign.merge(schema.dialect(), schema.files().size(), Integer::sum);
      }
      return;
    }
    Set<String> mine = new HashSet<>();
    selection.project().schema().get().files().stream().filter(selection::reports)
        .forEach(f -> mine.add(f.shownPath()));
    schema.files().stream().filter(file -> mine.contains(file.file().path()))
        .forEach(file -> count(file, schema, reported, suppressed));
    problems.addAll(asked ? schema.problems() : List.of());
    for (Finding finding : schema(schema.state(), Schema.Kind.PRISMA, Optional.of(schema.lowered().names()))) {
      List<Finding> same = ofMigrations.stream().filter(f -> f.fingerprint().equals(finding.fingerprint())).toList();
      ofMigrations.removeAll(same);
      if (mine.contains(finding.place().file().path())) {
        reported.add(same.isEmpty() ? finding : withRelated(finding, same.get(0).place()));
      }
    }
  }

  private static Finding withRelated(Finding finding, Place migration) {
    List<Related> related = new ArrayList<>(finding.related());
    related.add(new Related(migration, "the migration that made it"));
    return new Finding(finding.rule(), finding.level(), finding.headline(), finding.place(), finding.object(),
        finding.facts(), List.copyOf(related), finding.advice(), finding.fixes(), finding.fingerprint());
  }

  private void count(PrismaFile file, PrismaLinter schema, List<Finding> reported, Suppressed suppressed) {
    files++;
    statements += PrismaLinter.declarations(file);
    editable.add(file.file().path());
    Suppressions comments = new Suppressions(index);
    List<Span> spans = PrismaSpans.of(file);
    file.comments().forEach(comment -> comments.comment(file.file(), comment.span(), spans));
    suppressed.files.put(file.file(), comments);
    HistoryLinter checker = new HistoryLinter(rules, configuration.settings());
    for (Unrecognized error : schema.errors().getOrDefault(file.file(), List.of())) {
      unparsed.add(new Unparsed(new Place(file.file(), error.at()), error.reason()));
      reported.addAll(checker.checkUnparsed(error, file.file()));
    }
  }

  private List<Finding> schema(State state, Schema.Kind kind, Optional<PrismaNames> names) {
    Catalog catalog = state.catalog();
    List<Table> tables = catalog.tables().values().stream()
        .filter(t -> t.isKnown() && !t.kind().isView() && !t.isTemporary())
        .sorted(Comparator.comparingInt(t -> t.id().value())).toList();
    if (tables.isEmpty() || rules.schema().isEmpty()) {
      return List.of();
    }
    Schema schema = new Schema(catalog, kind, tables, tenancy(catalog), names, configuration.settings());
    List<Finding> found = new ArrayList<>();
    for (var active : rules.schema()) {
      Collector collector = new Collector(active, Optional.empty());
      active.rule().check(schema, collector);
      found.addAll(collector.finish());
    }
    return found;
  }

  private Optional<TenantModel> tenancy(Catalog catalog) {
    Configuration.Tenancy told = configuration.tenancy();
    return TenantInference.infer(catalog, new TenancySettings(told.root(), told.key(), Set.copyOf(told.shared()),
        told.mode().flatMap(TenancyMode::of)));
  }

  /** The folded catalogs of what was found, for {@code ddlint schema}: one a project, by name. */
  public static Map<String, Catalog> fold(Found found, Configuration configuration, List<String> problems)
      throws InterruptedException {
    Map<String, Catalog> catalogs = new java.util.LinkedHashMap<>();
    Configuration quiet = configuration;
    for (Selection selection : found.selections()) {
      Linter linter = new Linter(RuleIndex.none(), quiet);
      Selection unreported = new Selection(selection.project(), Set.<Path>of());
      State state = linter.migrations(unreported, new ArrayList<>(), new Suppressed());
      boolean onlyPrisma = selection.project().migrations().isEmpty() && selection.project().schema().isPresent();
      if (onlyPrisma) {
        PrismaLinter schema = PrismaLinter.read(selection.project().schema().get());
        linter.problems.addAll(schema.problems());
        state = schema.state();
      }
      problems.addAll(linter.problems);
      String name = selection.project().name();
      // Two histories may share a folder; neither may take the other's place.
      catalogs.put(catalogs.containsKey(name) ? name + " (" + selection.project().layout().title() + ")" : name,
          state.catalog());
    }
    return catalogs;
  }
}
