package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.DomainChanged;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.ir.AlterDomain;
import dev.ddlint.ir.AlterDomain.Action;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.physics.Effects;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Step;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A new condition of a domain: every table with a column of it is read, while writes to it wait. */
@Rule("scanning-domain-constraint")
@Concerns({Effect.LOCK, Effect.SCAN, Effect.DATA_FAILURE})
public final class ScanningDomainConstraint implements ChangeRule<DomainChanged> {
  /** From here on VALIDATE CONSTRAINT of a domain lets writes through (release notes of PostgreSQL 18). */
  private static final int VALIDATES_ONLINE = 18;

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
    report.effects(effects).instead(advice(changed, action, at));
  }

  /** Before PostgreSQL 18 VALIDATE CONSTRAINT holds the same lock as long. */
  private static Advice advice(DomainChanged changed, Action action, Context at) {
    boolean online = action instanceof Action.AddConstraint add && add.check().isPresent()
        && at.settings().postgresVersion() >= VALIDATES_ONLINE;
    if (!online) {
      return new Advice(Advice.Kind.NONE, List.of());
    }
    Action.AddConstraint add = (Action.AddConstraint) action;
    ObjectName domain = changed.statement().name();
    Identifier name = add.name().orElse(Compose.name(Names.chosen(domain.name(), "check")));
    return new Advice(Advice.Kind.SAME_END, List.of(
        new Advice.Step("in this migration", List.of(SqlPrinter.print(new AlterDomain(domain,
            new Action.AddConstraint(Optional.of(name), add.check(), true), Span.NONE)))),
        new Advice.Step(at.transaction().next(), List.of(SqlPrinter.print(new AlterDomain(domain,
            new Action.ValidateConstraint(name), Span.NONE))))));
  }
}
