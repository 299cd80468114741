package dev.ddlint.engine;

import dev.ddlint.config.Configuration;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Finding.Fact;
import dev.ddlint.finding.Finding.Related;
import dev.ddlint.ir.Dialect;
import dev.ddlint.parse.Script;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.parse.prisma.Block;
import dev.ddlint.parse.prisma.Datasource;
import dev.ddlint.prisma.MigrationScript;
import dev.ddlint.prisma.PrismaDiff;
import dev.ddlint.project.Direction;
import dev.ddlint.project.Layout;
import dev.ddlint.project.Layouts;
import dev.ddlint.project.Migration;
import dev.ddlint.project.Project;
import dev.ddlint.rule.Category;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A change of a Prisma schema, judged as the migration that Prisma would write for it. The rules read that migration;
 * what they say is then told of the line of the new schema that causes the clause.
 */
final class SchemaChange {
  /** Rules about migrations as files have nothing to say of one that nobody has written. */
  private static final Set<Category> OF_FILES = Set.of(Category.HISTORY, Category.LINT);

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final RuleIndex index;
  private final ActiveRules rules;
  private final Configuration configuration;
  private final PrismaLinter before;
  private final PrismaLinter after;
  private final Place elsewhere;
  private final MigrationScript script;

  SchemaChange(RuleIndex index, ActiveRules rules, Configuration configuration, PrismaLinter before,
      PrismaLinter after) {
    this.index = index;
    this.rules = rules;
    this.configuration = configuration;
    this.before = before;
    this.after = after;
    this.elsewhere = elsewhere(after);
    this.script = PrismaDiff.between(before.state().catalog(), after.state().catalog(), elsewhere);
  }

  /** What Prisma would run. */
  MigrationScript script() {
    return script;
  }

  /** The datasource; the start of the first file where there is none. */
  private static Place elsewhere(PrismaLinter schema) {
    for (var file : schema.files()) {
      Optional<Datasource> datasource = file.blocks(Datasource.class).stream().findFirst();
      if (datasource.isPresent()) {
        return new Place(file.file(), header(datasource.get()));
      }
    }
    return new Place(schema.files().isEmpty() ? new SourceFile("schema.prisma", "") : schema.files().get(0).file(),
        new Span(0, 0));
  }

  private static Span header(Block block) {
    return new Span(block.span().start(), block.name().span().end());
  }

  /** What the rules say of the change, and of the new schema as far as the old one did not have it. */
  List<Finding> findings(Precedence precedence) {
    List<Finding> findings = new ArrayList<>(ofChange(precedence));
    SchemaAudit audit = new SchemaAudit(rules, configuration,
        Layouts.byId("prisma").orElseThrow().runner().wayOut(), false);
    KnownBefore old = KnownBefore.of(precedence.apply(ofSchema(audit, before)));
    precedence.apply(ofSchema(audit, after)).stream().filter(finding -> !old.has(finding)).forEach(findings::add);
    return precedence.apply(findings);
  }

  private List<Finding> ofSchema(SchemaAudit audit, PrismaLinter schema) {
    List<Finding> all = new ArrayList<>(schema.check(rules));
    all.addAll(audit.check(schema.state(), Optional.of(schema.lowered().names()), file -> true));
    return all;
  }

  /** What the rules say of the change. */
  List<Finding> ofChange(Precedence precedence) {
    if (script.isEmpty()) {
      return List.of();
    }
    SourceFile file = new SourceFile("migration.sql", script.text());
    Migration migration = new Migration("next", "next", Direction.UP, Path.of(file.path()), file.path());
    Layout prisma = Layouts.byId("prisma").orElseThrow();
    Project project = new Project(prisma, migration.file(), "", Optional.of(Dialect.POSTGRESQL), List.of(migration),
        List.of(), Optional.empty(), List.of());
    Script read = new ScriptReader().read(file);
    HistoryLinter history = HistoryLinter.alone(project, rules, configuration).from(before.state());
    ScriptChanges changes = ScriptChanges.of(read, before.state());
    PrismaAdvice advice = new PrismaAdvice(after.lowered().names(), changes.all());
    return precedence.apply(history.migrate(
        new ReadFile.Parsed(migration, read, prisma.sections(migration, file)), true)).stream()
        .filter(finding -> !index.byId(finding.rule()).filter(r -> OF_FILES.contains(r.category())).isPresent())
        .map(finding -> inSchema(finding, file, changes, advice)).toList();
  }

  private Finding inSchema(Finding finding, SourceFile sql, ScriptChanges changes, PrismaAdvice advice) {
    Span span = finding.place().span();
    List<Related> related = new ArrayList<>();
    for (Related other : finding.related()) {
      related.add(new Related(inSchema(other.place(), sql), other.message()));
    }
    changes.before(span).filter(old -> related.stream().noneMatch(r -> r.place().equals(old)))
        .ifPresent(old -> related.add(new Related(old, "before the change")));
    List<Fact> facts = new ArrayList<>(finding.facts());
    facts.addAll(advice.of(changes.at(span), finding.advice()));
    facts.add(new Fact("sql", SPACE.matcher(script.clause(span).orElse(finding.place().text())).replaceAll(" ")));
    return new Finding(finding.rule(), finding.level(), finding.headline(), inSchema(finding.place(), sql),
        finding.object(), List.copyOf(facts), List.copyOf(related), finding.advice(), List.of(),
        finding.fingerprint());
  }

  private Place inSchema(Place place, SourceFile sql) {
    return place.file() == sql ? script.cause(place.span()).orElse(elsewhere) : place;
  }
}
