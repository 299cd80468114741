package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.Histories;
import dev.ddlint.catalog.tenancy.Tenancy;
import dev.ddlint.catalog.tenancy.TenancySettings;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Fix;
import dev.ddlint.finding.Level;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.physics.Effects;
import dev.ddlint.prisma.PrismaNames;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Settings;
import dev.ddlint.rule.TablePlace;
import dev.ddlint.text.Place;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what a rule reports. */
final class Recorded implements Findings {
  final List<Said> all = new ArrayList<>();

  /** A finding as the rule wrote it. */
  static final class Said implements Report {
    final Place place;
    String headline = "";
    Optional<ObjectPath> object = Optional.empty();
    final List<String> facts = new ArrayList<>();
    final List<String> related = new ArrayList<>();
    final List<String> advice = new ArrayList<>();
    final List<String> fixes = new ArrayList<>();

    private Said(Place place) {
      this.place = place;
    }

    @Override
    public Report says(String text, Object... arguments) {
      headline = String.format(text, arguments);
      return this;
    }

    @Override
    public Report about(ObjectPath about) {
      object = Optional.of(about);
      return this;
    }

    @Override
    public Report level(Level level) {
      return this;
    }

    @Override
    public Report fact(String label, String text, Object... arguments) {
      facts.add(label + ": " + String.format(text, arguments));
      return this;
    }

    @Override
    public Report effects(Effects effects) {
      return this;
    }

    @Override
    public Report related(Place at, String message, Object... arguments) {
      related.add(at.text() + ": " + String.format(message, arguments));
      return this;
    }

    @Override
    public Report instead(Advice instead) {
      instead.steps().forEach(step -> {
        advice.add("[" + step.when() + "]");
        advice.addAll(step.lines());
      });
      return this;
    }

    @Override
    public Report fix(Fix fix) {
      fix.edits().forEach(edit -> fixes.add(edit.replacement().strip()));
      return this;
    }
  }

  @Override
  public Report report(Span span) {
    throw new UnsupportedOperationException("a schema rule knows no file");
  }

  @Override
  public Report report(Place place) {
    Said said = new Said(place);
    all.add(said);
    return said;
  }

  static Schema schema(Catalog catalog) {
    return schema(catalog, Schema.Kind.MIGRATIONS, Optional.empty());
  }

  static Schema schema(Histories.Prisma prisma) {
    return schema(prisma.catalog(), Schema.Kind.PRISMA, Optional.of(prisma.names()));
  }

  private static Schema schema(Catalog catalog, Schema.Kind kind, Optional<PrismaNames> names) {
    return new Schema(catalog, kind, Histories.tables(catalog),
        Tenancy.lazily(catalog, TenancySettings.INFERRED), names, Optional.empty(), Settings.DEFAULT,
        new Schema.Runner(0, "alone in its file, outside a transaction"), List.of(), List.of(), false);
  }

  static List<Said> of(SchemaRule rule, Schema schema) {
    Recorded recorded = new Recorded();
    rule.check(schema, recorded);
    return recorded.all;
  }

  /** The tables that the rule speaks of, in the order in which they were made. */
  static List<String> tables(SchemaRule rule, Schema schema) {
    return of(rule, schema).stream().map(said -> schema.tables().stream()
        .filter(table -> TablePlace.of(table).equals(said.place)).map(Table::displayName).findFirst().orElseThrow())
        .toList();
  }
}
