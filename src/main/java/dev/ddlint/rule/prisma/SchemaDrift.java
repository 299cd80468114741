package dev.ddlint.rule.prisma;

import dev.ddlint.finding.Level;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.prisma.Drift;
import dev.ddlint.prisma.Drift.Kind;
import dev.ddlint.prisma.Drift.Side;
import dev.ddlint.prisma.SchemaComparison;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.TakesIn;

/** A Prisma schema that says other than the migrations beside it. */
@Rule("schema-drift")
@Concerns(Effect.SCHEMA_STATE)
@TakesIn("missing-natural-key")
public final class SchemaDrift implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    schema.migrations().ifPresent(migrations -> schema.prisma().ifPresent(names -> SchemaComparison
        .between(migrations.catalog(), schema.catalog(), names, migrations::compares).stream()
        .filter(drift -> isCertain(drift, migrations))
        .forEach(drift -> report(drift, findings))));
  }

  /** What a statement names that could not be understood may be as the schema has it. */
  private static boolean isCertain(Drift drift, Schema.Migrated migrations) {
    return migrations.tells(drift.table().substring(drift.table().indexOf('.') + 1));
  }

  @Override
  public boolean compares() {
    return true;
  }

  private static void report(Drift drift, Findings findings) {
    Findings.Report report = findings.report(drift.place()).about(subject(drift));
    drift.other().ifPresent(other -> report.related(other,
        drift.side() == Side.BOTH ? "in the migrations" : "in the schema"));
    switch (drift.side()) {
      case ONLY_SCHEMA -> report.says("%s", missing(drift))
          .fact("why",
              "a database that ran the migrations does not have it; `prisma migrate dev` writes the migration");
      case ONLY_MIGRATIONS -> report.level(Level.NOTE).says("%s is in no Prisma model: the next `migrate dev` drops it",
          what(drift)).fact("why", "declare it in the schema to keep it; `prisma db pull` does so from a database");
      case BOTH -> differs(drift, report);
    }
  }

  private static void differs(Drift drift, Findings.Report report) {
    if (drift.kind() == Kind.NAME) {
      report.level(Level.NOTE).says("the migrations name it `%s`, the schema `%s`: the next `migrate dev` renames it",
          drift.inMigrations(), drift.inSchema());
      return;
    }
    report.says("%s is %s in the migrations, %s in the schema", what(drift), drift.inMigrations(), drift.inSchema())
        .fact("why", "the client goes by the schema, the database by the migrations; `prisma migrate dev` writes the "
            + "migration that is missing");
  }

  private static String missing(Drift drift) {
    return switch (drift.kind()) {
      case TABLE, ENUM -> "no migration creates the " + drift.kind().words() + " " + table(drift);
      case COLUMN -> "no migration adds " + part(drift) + ": queries that name it fail";
      case ENUM_VALUE -> "no migration adds `" + drift.part() + "` to " + table(drift) + ": writing it fails";
      case FOREIGN_KEY -> "the migrations leave " + part(drift) + " without its foreign key: it may refer to nothing";
      default -> "no migration creates the " + drift.kind().words() + " `" + drift.part() + "` on " + table(drift);
    };
  }

  private static String what(Drift drift) {
    return switch (drift.kind()) {
      case TABLE, ENUM -> "the " + drift.kind().words() + " " + table(drift);
      case COLUMN, TYPE, NULLABILITY -> part(drift);
      case DEFAULT -> "the default of " + part(drift);
      case PRIMARY_KEY -> "the primary key of " + table(drift);
      case ACTION, FOREIGN_KEY -> "the foreign key of " + part(drift);
      case INDEX, NAME -> "the index `" + drift.part() + "` on " + table(drift);
      case ENUM_VALUE -> "`" + drift.part() + "` of the enum " + table(drift);
    };
  }

  private static String table(Drift drift) {
    return "`" + displayed(drift.table()) + "`";
  }

  private static String part(Drift drift) {
    return "`" + displayed(drift.table()) + "." + drift.part().replace(",", ", ") + "`";
  }

  private static String displayed(String table) {
    return table.startsWith("public.") ? table.substring("public.".length()) : table;
  }

  /** The kind of difference is part of it: a column may differ in type and be without its foreign key. */
  private static ObjectPath subject(Drift drift) {
    String name = drift.part().isEmpty() ? drift.table() : drift.table() + "." + drift.part();
    return new ObjectPath(drift.kind().words(), name);
  }
}
