package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.DomainChanged;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.ir.AlterDomain.Action;
import dev.ddlint.physics.Effects;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import java.util.List;
import java.util.stream.Collectors;

/** A new condition of a domain: every table with a column of it is read, while writes to it wait. */
@Rule("scanning-domain-constraint")
@Concerns({Effect.LOCK, Effect.SCAN, Effect.DATA_FAILURE})
public final class ScanningDomainConstraint implements ChangeRule<DomainChanged> {

  @Override
  public void check(DomainChanged changed, Context at, Findings findings) {
    Action action = changed.statement().action();
    boolean adds = action instanceof Action.AddConstraint || action instanceof Action.SetNotNull;
    Effects effects = at.effects();
    boolean old = effects.work().tables().stream().anyMatch(table -> !at.isNew(table));
    if (!adds || !old && effects.unseen().isEmpty()) {
      return;
    }
    String tables = effects.work().tables().stream().map(table -> "`" + table.displayName() + "`")
        .collect(Collectors.joining(", "));
    Findings.Report report = findings.report(changed.span()).about(new ObjectPath("domain", changed.name()))
        .says("a new condition of domain `%s` scans %s while writes wait", changed.name(),
            old ? tables : "each table that uses it");
    effects.unseen().ifPresent(unseen -> report.fact("not seen", "%s", unseen));
    // VALIDATE CONSTRAINT of a domain holds the same lock while it reads the same tables.
    report.effects(effects).instead(new Advice(Advice.Kind.NONE, List.of()));
  }
}
