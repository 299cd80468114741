package dev.ddlint.physics;

import dev.ddlint.catalog.Change.DomainChanged;
import dev.ddlint.catalog.Table;
import dev.ddlint.ir.AlterDomain.Action;
import dev.ddlint.physics.Work.Kind;
import java.util.List;

/** A domain's constraint is checked in every table that uses it (manual, ALTER DOMAIN; physics: domain_add_check). */
final class DomainEffects {
  private final Moment moment;

  DomainEffects(Moment moment) {
    this.moment = moment;
  }

  Effects of(DomainChanged change) {
    Tally tally = new Tally(moment, "physics: domain_add_check, domain_add_check_not_valid");
    boolean reads = reads(change.statement().action());
    if (reads) {
      List<Table> holders = change.domain().map(domain -> Domains.holders(domain, moment.catalog())).orElse(List.of());
      holders.forEach(table -> tally.lock(LockMode.SHARE, table).work(Kind.SCAN, table));
      if (holders.isEmpty() && change.domain().isPresent()) {
        return tally.effects();
      }
      boolean nulls = change.statement().action() instanceof Action.SetNotNull;
      tally.failsWhen(nulls ? "23502" : "23514", nulls ? "a row has NULL" : "a row violates the condition");
    }
    if (reads && change.domain().isEmpty()) {
      tally.dependsOn("the tables that use domain " + change.name() + ", which this history does not show");
    }
    return tally.effects();
  }

  private static boolean reads(Action action) {
    return switch (action) {
      case Action.SetNotNull a -> true;
      case Action.AddConstraint a -> !a.notValid();
      case Action.ValidateConstraint a -> true;
      case Action.SetDefault a -> false;
      case Action.DropDefault a -> false;
      case Action.DropNotNull a -> false;
      case Action.DropConstraint a -> false;
    };
  }
}
