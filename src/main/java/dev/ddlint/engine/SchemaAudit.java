package dev.ddlint.engine;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.State;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.Tenancy;
import dev.ddlint.catalog.tenancy.TenancyMode;
import dev.ddlint.catalog.tenancy.TenancySettings;
import dev.ddlint.config.Configuration;
import dev.ddlint.finding.Finding;
import dev.ddlint.prisma.PrismaNames;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.text.Background;
import dev.ddlint.text.Order;
import dev.ddlint.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Lets the rules about the state of a schema speak.
 *
 * @param audit whether the schema as it stands is under report, not a change of it
 * @param only the rules that speak; all where it is empty
 */
record SchemaAudit(ActiveRules rules, Configuration configuration, String wayOut, boolean audit,
    List<Schema.Passing> passing, List<Schema.Granted> granted, Optional<Set<String>> only) {

  SchemaAudit(ActiveRules rules, Configuration configuration, String wayOut, boolean audit) {
    this(rules, configuration, wayOut, audit, List.of(), List.of(), Optional.empty());
  }

  /**
   * @param columns those that migrations under report made and dropped again
   * @param privileges what the history granted and revoked
   */
  SchemaAudit with(List<Schema.Passing> columns, List<Schema.Granted> privileges) {
    return new SchemaAudit(rules, configuration, wayOut, audit, columns, privileges, only);
  }

  /** With some rules alone, those that take them in, and those that compare a Prisma schema with its migrations. */
  SchemaAudit comparing(Set<String> some) {
    return new SchemaAudit(rules, configuration, wayOut, audit, passing, granted, Optional.of(some));
  }

  /** With those alone that compare a Prisma schema with its migrations. */
  SchemaAudit comparing() {
    return comparing(Set.of());
  }

  private boolean speaks(ActiveRules.Active<SchemaRule> active) {
    return only.isEmpty() || only.get().contains(active.entry().id()) || active.rule().compares()
        || active.entry().takesIn().stream().anyMatch(only.get()::contains);
  }

  /**
   * @param state at the end of the history
   * @param names the models behind the tables, for a Prisma schema
   * @param asked the files of which findings are wanted; a table that none of them touched is left out
   */
  List<Finding> check(State state, Optional<PrismaNames> names, Predicate<SourceFile> asked) {
    return check(state, names, Optional.empty(), asked);
  }

  /**
   * As the other, for a schema with migrations beside it.
   *
   * @param migrations what they lead to
   */
  List<Finding> check(State state, Optional<PrismaNames> names, Optional<Schema.Migrated> migrations,
      Predicate<SourceFile> asked) {
    Catalog catalog = state.catalog();
    List<Table> tables = catalog.tables().values().stream()
        .filter(t -> t.isKnown() && !t.kind().isView() && !t.isTemporary() && touches(catalog, t, asked))
        .sorted(Order.by(t -> t.id().value())).toList();
    if (rules.schema().isEmpty() || tables.isEmpty() && passing.isEmpty() && !makesOther(catalog, asked)) {
      return List.of();
    }
    Schema.Kind kind = names.isPresent() ? Schema.Kind.PRISMA : Schema.Kind.MIGRATIONS;
    Schema schema = new Schema(catalog, kind, tables, Tenancy.lazily(catalog, configured(configuration)), names,
        migrations,
        configuration.settings(), new Schema.Runner(state.migration(), wayOut), passing, granted, audit);
    var speaking = rules.schema().stream().filter(this::speaks).toList();
    int half = tables.size() < Parallel.MANY ? speaking.size() : speaking.size() / 2;
    Supplier<List<Finding>> others = half == speaking.size()
        ? List::of
        : Background.begin(() -> said(speaking.subList(half, speaking.size()), schema));
    List<Finding> found = said(speaking.subList(0, half), schema);
    found.addAll(others.get());
    return found;
  }

  private static List<Finding> said(List<ActiveRules.Active<SchemaRule>> rules, Schema schema) {
    List<Finding> found = new ArrayList<>();
    for (var active : rules) {
      Collector collector = new Collector(active, Optional.empty());
      active.rule().check(schema, collector);
      found.addAll(collector.finish());
    }
    return found;
  }

  /** A finding stands where the table or a part of it was made. */
  private static boolean touches(Catalog catalog, Table table, Predicate<SourceFile> asked) {
    return asked.test(table.origin().place().file())
        || table.columns().stream().anyMatch(column -> asked.test(column.origin().place().file())
            || asked.test(column.typed().place().file()) || asked.test(column.nullability().place().file()))
        || table.policies().stream().anyMatch(policy -> asked.test(policy.origin().place().file()))
        || table.constraints().stream().anyMatch(constraint -> asked.test(constraint.origin().place().file()))
        || catalog.indexesOf(table).stream().anyMatch(index -> asked.test(index.origin().place().file()));
  }

  /** Whether a view, a function or a column of a table that is not known was made there: rules speak of these too. */
  private static boolean makesOther(Catalog catalog, Predicate<SourceFile> asked) {
    return catalog.functions().values().stream().anyMatch(function -> asked.test(function.origin().place().file()))
        || catalog.tables().values().stream()
            .anyMatch(table -> table.kind().isView() && asked.test(table.origin().place().file())
                || !table.isKnown() && touches(catalog, table, asked));
  }

  /** What is configured of tenants. */
  static TenancySettings configured(Configuration configuration) {
    Configuration.Tenancy told = configuration.tenancy();
    return new TenancySettings(told.root(), told.key(), Set.copyOf(told.shared()),
        told.mode().flatMap(TenancyMode::of));
  }
}
