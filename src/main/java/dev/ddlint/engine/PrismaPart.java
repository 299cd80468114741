package dev.ddlint.engine;

import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Finding.Related;
import dev.ddlint.ir.Unrecognized;
import dev.ddlint.parse.prisma.PrismaFile;
import dev.ddlint.project.PrismaSchema;
import dev.ddlint.project.Review;
import dev.ddlint.project.Selection;
import dev.ddlint.text.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Prisma schema's own findings. What exists in the migrations too is said once: in an audit at the Prisma line, with the
 * migration as the related place; in a review at the place that the change touches, the Prisma line where it touches both.
 */
final class PrismaPart {
  private final Selection selection;
  private final Shared run;
  private final Comments comments;
  private final Optional<PrismaSchema> there;

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
   * What the rules say of the schema. It is read only when somebody asks: to report it, or to see what it says too.
   *
   * @param ofMigrations what they say of the schema that the migrations lead to; loses what is said here instead
   */
  List<Finding> lint(SchemaAudit audit, List<Finding> ofMigrations) {
    if (there.isEmpty() || !asked() && ofMigrations.isEmpty()) {
      return List.of();
    }
    PrismaLinter schema = PrismaLinter.read(there.get());
    if (!schema.dialect().isJudged()) {
      if (asked()) {
        run.tally().foreign(schema.dialect(), schema.files().size());
      }
      return List.of();
    }
    List<Finding> found = new ArrayList<>();
    Set<String> mine = new HashSet<>();
    there.get().files().stream().filter(selection::reports).forEach(f -> mine.add(f.shownPath()));
    schema.files().forEach(file -> take(file, mine.contains(file.file().path()), schema, found));
    run.tally().problems(asked() ? schema.problems() : List.of());
    KnownBefore before = before(audit);
    for (Finding finding : check(audit, schema)) {
      boolean mineAndNew = !before.has(finding) && mine.contains(finding.place().file().path());
      merge(finding, mineAndNew, ofMigrations).ifPresent(found::add);
    }
    return found;
  }

  private List<Finding> check(SchemaAudit audit, PrismaLinter schema) {
    return run.precedence()
        .apply(audit.check(schema.state(), Optional.of(schema.lowered().names()), file -> true));
  }

  private KnownBefore before(SchemaAudit audit) {
    Review review = selection.standing().review();
    return review.isAudit() || !asked()
        ? KnownBefore.NOTHING
        : KnownBefore.of(check(audit, PrismaLinter.readBefore(there.orElseThrow(), review)));
  }

  /** Decides at which of two places a finding stands, if at any. */
  private Optional<Finding> merge(Finding finding, boolean mineAndNew, List<Finding> ofMigrations) {
    List<Finding> same = ofMigrations.stream().filter(f -> f.fingerprint().equals(finding.fingerprint())).toList();
    boolean silenced = comments.silence(finding);
    boolean here = mineAndNew || selection.standing().review().isAudit();
    if (here || silenced) {
      ofMigrations.removeAll(same);
    }
    for (Finding other : here ? same : List.<Finding>of()) {
      silenced |= comments.silence(other);
    }
    if (!mineAndNew || silenced) {
      return Optional.empty();
    }
    return Optional.of(same.isEmpty() ? finding : withRelated(finding, same.get(0).place()));
  }

  private static Finding withRelated(Finding finding, Place migration) {
    List<Related> related = new ArrayList<>(finding.related());
    related.add(new Related(migration, "the migration that made it"));
    return new Finding(finding.rule(), finding.level(), finding.headline(), finding.place(), finding.object(),
        finding.facts(), List.copyOf(related), finding.advice(), finding.fixes(), finding.fingerprint());
  }

  private void take(PrismaFile file, boolean mine, PrismaLinter schema, List<Finding> found) {
    if (SuppressionComment.mayStandIn(file.file().text())) {
      comments.read(file.file(), file.comments().stream().map(comment -> comment.span()).toList(),
          PrismaSpans.of(file));
    }
    if (!mine) {
      return;
    }
    List<Unrecognized> errors = schema.errors().getOrDefault(file.file(), List.of());
    run.tally().file(file.file(), PrismaLinter.declarations(file), errors);
    run.tally().editable(file.file().path());
    comments.report(file.file());
    HistoryLinter checker = HistoryLinter.alone(selection.project(), run.rules(), run.configuration());
    errors.forEach(error -> found.addAll(checker.checkUnparsed(error, file.file())));
  }
}
