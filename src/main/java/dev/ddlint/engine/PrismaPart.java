package dev.ddlint.engine;

import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Finding.Fact;
import dev.ddlint.finding.Finding.Related;
import dev.ddlint.finding.Silenced;
import dev.ddlint.parse.prisma.PrismaFile;
import dev.ddlint.prisma.SchemaComparison;
import dev.ddlint.project.PrismaSchema;
import dev.ddlint.project.Review;
import dev.ddlint.project.Selection;
import dev.ddlint.rule.Schema;
import dev.ddlint.text.Background;
import dev.ddlint.text.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A Prisma schema's own findings. What exists in the migrations too is said once: in an audit at the Prisma line, with the
 * migration as the related place; in a review at the place that the change touches, the Prisma line where it touches both.
 * Of a schema that is not under report only what may be said of the migrations is read.
 */
final class PrismaPart {
  /** A history this short is folded before a schema is read. */
  private static final int ALONE = 8;

  private final Selection selection;
  private final Shared run;
  private final Comments comments;
  private final Optional<PrismaSchema> there;
  private Optional<Supplier<PrismaLinter>> reading = Optional.empty();
  private Optional<Supplier<List<Finding>>> extra = Optional.empty();
  private List<SourceFile> sources = List.of();

  PrismaPart(Selection selection, Shared run, Comments comments) {
    this.selection = selection;
    this.run = run;
    this.comments = comments;
    this.there = selection.project().schema();
  }

  /** Whether the schema is under report. */
  boolean asked() {
    return there.filter(s -> s.files().stream().anyMatch(selection::reports)).isPresent();
  }

  /**
   * What the rules say of the schema.
   *
   * @param ofMigrations what they say of the schema that the migrations lead to; loses what is said here instead
   * @param silenced takes what comments silence at either of two places
   */
  List<Finding> lint(SchemaAudit audit, List<Finding> ofMigrations, Folded folded, Consumer<Silenced> silenced) {
    if (there.isEmpty()) {
      return List.of();
    }
    if (extra.isPresent() && !mayBeSaidOf(ofMigrations)) {
      return extra.get().get();
    }
    PrismaLinter schema = read();
    if (!schema.dialect().isJudged()) {
      if (asked()) {
        run.tally().foreign(schema.dialect(), schema.files().size());
      }
      return List.of();
    }
    List<Finding> found = new ArrayList<>();
    Set<String> mine = new HashSet<>();
    there.get().files().stream().filter(selection::reports).forEach(f -> mine.add(f.shownPath()));
    schema.files().forEach(file -> take(file, mine.contains(file.file().path()), schema));
    run.tally().problems(asked() ? schema.problems() : List.of());
    Optional<PrismaLinter> old = base();
    KnownBefore before = old.map(base -> KnownBefore.of(check(audit, base, folded.before())))
        .orElse(KnownBefore.NOTHING);
    List<Finding> unwritten = old.map(base -> unwritten(base, schema)).orElse(List.of());
    found.addAll(unwritten);
    for (Finding finding : check(asked() ? audit : ofBoth(audit, ofMigrations), schema, folded.now())) {
      boolean mineAndNew = !before.has(finding) && comments.reports(finding.place().file());
      boolean said = unwritten.stream().anyMatch(other -> other.place().equals(finding.place()));
      merge(finding, mineAndNew && !said, ofMigrations, silenced).ifPresent(found::add);
    }
    return found;
  }

  /** A schema that is not under report matters for what the migrations have too, and for what they lack. */
  private static SchemaAudit ofBoth(SchemaAudit audit, List<Finding> ofMigrations) {
    return audit.comparing(ofMigrations.stream().map(Finding::rule).collect(Collectors.toSet()));
  }

  /** Begins to read a schema that all is said of on another processor, while a history is folded. */
  void start() {
    boolean all = asked() || selection.reported().size() > ALONE;
    boolean needed = there.isPresent() && !selection.reported().isEmpty() && (all || maySilence());
    if (needed && isLong()) {
      reading = Optional.of(Background.begin(this::readNow));
    }
  }

  /**
   * Goes on when the history is folded: what there is to say of a schema that is not under report is found out on another
   * processor, while the rules speak of the migrations.
   */
  void compare(SchemaAudit audit, Folded folded) {
    if (there.isEmpty() || reading.isPresent() || asked() || maySilence()) {
      return;
    }
    Supplier<List<Finding>> found = () -> folded.now().map(now -> extra(audit, now)).orElse(List.of());
    extra = Optional.of(isLong() ? Background.begin(found) : found);
  }

  private boolean isLong() {
    return selection.project().migrations().size() > ALONE;
  }

  /** Whether something is said of migrations under report that an audit says at the schema, if that has it too. */
  private boolean mayBeSaidOf(List<Finding> ofMigrations) {
    return selection.standing().review().isAudit()
        && ofMigrations.stream().anyMatch(finding -> comments.reports(finding.place().file()));
  }

  /** Whether a comment in the schema may silence what is said of the migrations. */
  private boolean maySilence() {
    return sources().stream().anyMatch(file -> SuppressionComment.mayStandIn(file.text()));
  }

  private List<SourceFile> sources() {
    if (sources.isEmpty()) {
      sources = there.map(schema -> PrismaLinter.sources(schema, selection.unsaved(), new ArrayList<>()))
          .orElse(List.of());
    }
    return sources;
  }

  /** What the migrations under report made and a schema that is not under report does not have. */
  private List<Finding> extra(SchemaAudit audit, Schema.Migrated migrations) {
    Set<String> tables = SchemaComparison.tables(migrations.catalog(), comments::reports);
    boolean enums = SchemaComparison.hasEnum(migrations.catalog(), comments::reports);
    if (tables.isEmpty() && !enums) {
      return List.of();
    }
    PrismaLinter schema = PrismaLinter.read(sources(), tables, enums);
    return schema.dialect().isJudged()
        ? check(audit.comparing(), schema, Optional.of(migrations.comparing(tables))).stream()
            .filter(finding -> comments.reports(finding.place().file())).toList()
        : List.of();
  }

  private PrismaLinter read() {
    return reading.map(Supplier::get).orElseGet(this::readNow);
  }

  private PrismaLinter readNow() {
    return PrismaLinter.read(there.orElseThrow(), selection.unsaved(), asked());
  }

  private List<Finding> check(SchemaAudit audit, PrismaLinter schema, Optional<Schema.Migrated> migrations) {
    List<Finding> all = new ArrayList<>(asked() ? schema.check(run.rules()) : List.of());
    all.addAll(audit.check(schema.state(), Optional.of(schema.lowered().names()), migrations, file -> true));
    return run.precedence().apply(all);
  }

  /** The schema at the base of a review that touches it. */
  private Optional<PrismaLinter> base() {
    Review review = selection.standing().review();
    return review.isAudit() || !asked()
        ? Optional.empty()
        : Optional.of(PrismaLinter.readBefore(there.orElseThrow(), review));
  }

  /** What a change of the schema does that no migration accompanies yet. */
  private List<Finding> unwritten(PrismaLinter base, PrismaLinter schema) {
    boolean accompanied = selection.project().migrations().stream().anyMatch(selection.standing()::isAdded);
    if (accompanied || base.files().isEmpty() || !base.dialect().isJudged()) {
      return List.of();
    }
    return new SchemaChange(run.index(), run.rules(), run.configuration(), base, schema).ofChange(run.precedence())
        .stream().filter(finding -> comments.reports(finding.place().file()))
        .map(finding -> finding.with(new Fact("why",
            "this schema change has no migration yet; it is judged as the one that Prisma would write")))
        .toList();
  }

  /** Decides at which of two places a finding stands, if at any. */
  private Optional<Finding> merge(Finding finding, boolean mineAndNew, List<Finding> ofMigrations,
      Consumer<Silenced> silenced) {
    List<Finding> same = ofMigrations.stream().filter(f -> f.fingerprint().equals(finding.fingerprint())).toList();
    Optional<Silenced> silence = comments.silence(finding);
    boolean here = mineAndNew || selection.standing().review().isAudit();
    if (here || silence.isPresent()) {
      ofMigrations.removeAll(same);
    }
    for (Finding other : here ? same : List.<Finding>of()) {
      Optional<Silenced> elsewhere = comments.silence(other);
      silence = silence.or(() -> elsewhere);
    }
    if (!mineAndNew || silence.isPresent()) {
      silence.ifPresent(one -> told(finding, mineAndNew, same).forEach(told -> silenced.accept(one.with(told))));
      return Optional.empty();
    }
    return Optional.of(same.isEmpty()
        ? finding
        : finding.with(new Related(same.get(0).place(), "the migration that made it")));
  }

  /** Those of the same thing that would be under report. */
  private List<Finding> told(Finding finding, boolean mineAndNew, List<Finding> same) {
    return mineAndNew
        ? List.of(finding)
        : same.stream().filter(other -> comments.reports(other.place().file())).toList();
  }

  private void take(PrismaFile file, boolean mine, PrismaLinter schema) {
    if (SuppressionComment.mayStandIn(file.file().text())) {
      comments.read(file.file(), file.comments().stream().map(comment -> comment.span()).toList(),
          PrismaSpans.of(file));
    }
    if (!mine) {
      return;
    }
    run.tally().file(file.file(), PrismaLinter.declarations(file), schema.errors(file));
    run.tally().editable(file.file().path());
    comments.report(file.file());
  }
}
