package dev.ddlint.engine;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.TenancyMode;
import dev.ddlint.catalog.tenancy.TenancySettings;
import dev.ddlint.catalog.tenancy.TenantInference;
import dev.ddlint.catalog.tenancy.TenantModel;
import dev.ddlint.config.Configuration;
import dev.ddlint.finding.Finding;
import dev.ddlint.prisma.PrismaNames;
import dev.ddlint.rule.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets the rules about the state of a schema speak. */
record SchemaAudit(ActiveRules rules, Configuration configuration) {

  /** @param names the models behind the tables, for a Prisma schema */
  List<Finding> check(Catalog catalog, Optional<PrismaNames> names) {
    List<Table> tables = catalog.tables().values().stream()
        .filter(t -> t.isKnown() && !t.kind().isView() && !t.isTemporary())
        .sorted(Comparator.comparingInt(t -> t.id().value())).toList();
    if (tables.isEmpty() || rules.schema().isEmpty()) {
      return List.of();
    }
    Schema.Kind kind = names.isPresent() ? Schema.Kind.PRISMA : Schema.Kind.MIGRATIONS;
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
}
