package dev.ddlint.engine;

import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Finding.Fact;
import dev.ddlint.finding.Finding.Related;
import dev.ddlint.finding.Silenced;
import dev.ddlint.parse.prisma.PrismaFile;
import dev.ddlint.project.PrismaSchema;
import dev.ddlint.project.Review;
import dev.ddlint.project.Selection;
import dev.ddlint.rule.Schema;
import dev.ddlint.text.Place;
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
 */
final class PrismaPart {
  /** A history this short is folded before a schema is read. */
  private static final int ALONE = 8;

  private final Selection selection;
  private final Shared run;
  private final Comments comments;
  private final Optional<PrismaSchema> there;
  private Optional<Supplier<PrismaLinter>> reading = Optional.empty();

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
    boolean comparable = folded.now().isPresent() && !selection.reported().isEmpty();
    if (there.isEmpty() || !asked() && ofMigrations.isEmpty() && !comparable) {
      return List.of();
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

  /** Begins to read the schema on another processor, while a history is folded. */
  void start() {
    if (there.isPresent() && !selection.reported().isEmpty() && selection.project().migrations().size() > ALONE) {
      reading = Optional.of(Parallel.meanwhile(this::readNow));
    }
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
        .map(finding -> with(finding, new Fact("why",
            "this schema change has no migration yet; it is judged as the one that Prisma would write")))
        .toList();
  }

  private static Finding with(Finding finding, Fact fact) {
    List<Fact> facts = new ArrayList<>(finding.facts());
    facts.add(fact);
    return new Finding(finding.rule(), finding.level(), finding.headline(), finding.place(), finding.object(),
        List.copyOf(facts), finding.related(), finding.advice(), finding.fixes(), finding.fingerprint());
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
    return Optional.of(same.isEmpty() ? finding : withRelated(finding, same.get(0).place()));
  }

  /** Those of the same thing that would be under report. */
  private List<Finding> told(Finding finding, boolean mineAndNew, List<Finding> same) {
    return mineAndNew
        ? List.of(finding)
        : same.stream().filter(other -> comments.reports(other.place().file())).toList();
  }

  private static Finding withRelated(Finding finding, Place migration) {
    List<Related> related = new ArrayList<>(finding.related());
    related.add(new Related(migration, "the migration that made it"));
    return new Finding(finding.rule(), finding.level(), finding.headline(), finding.place(), finding.object(),
        finding.facts(), List.copyOf(related), finding.advice(), finding.fixes(), finding.fingerprint());
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
