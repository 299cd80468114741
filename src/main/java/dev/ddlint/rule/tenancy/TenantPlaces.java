package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.TenantModel;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.TablePlace;
import java.util.Optional;

/** The places that belong to each finding about tenants. */
final class TenantPlaces {

  private TenantPlaces() {}

  static Optional<Table> root(Schema schema, TenantModel model) {
    return model.root().flatMap(schema.catalog()::table);
  }

  static void relate(Findings.Report report, Schema schema, TenantModel model) {
    root(schema, model).ifPresent(
        root -> report.related(TablePlace.of(root), "a tenant is a row of `%s`", root.displayName()));
  }
}
