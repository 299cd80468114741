package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Change.PolicyDropped;
import dev.ddlint.catalog.Change.RowSecurityChanged;
import dev.ddlint.catalog.Policy;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Level;
import dev.ddlint.ir.TableAction.RowSecurity.Switch;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.On;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TakesIn;
import java.util.List;
import java.util.Optional;

/** Row security is taken back: switched off, no longer forced, or a policy dropped and not made again. */
@Rule("row-security-disabled-again")
@Concerns({Effect.TENANCY,
    Effect.CLIENT_BREAK})
@On({RowSecurityChanged.class,
    PolicyDropped.class})
@TakesIn("tenant-key-dropped")
public final class RowSecurityDisabledAgain implements ChangeRule<Change> {

  @Override
  public void check(Change change, Context at, Findings findings) {
    switch (change) {
      case RowSecurityChanged c when c.what() == Switch.DISABLE -> disabled(c, at, findings);
      case RowSecurityChanged c when c.what() == Switch.NO_FORCE -> notForced(c, at, findings);
      case PolicyDropped c -> dropped(c, at, findings);
      default -> {
      }
    }
  }

  private static void disabled(RowSecurityChanged change, Context at, Findings findings) {
    Table table = change.table();
    boolean wasOff = table.isKnown() && !table.rowSecurity() && !at.before().catalog().isUncertain(table);
    if (wasOff || at.isNew(table) || after(table, at).filter(t -> !t.rowSecurity()).isEmpty()) {
      return;
    }
    findings.report(change.span()).about(Subject.of(table))
        .says("every row of `%s` is open to whoever may use the table: row security goes off", table.displayName())
        .fact("why", "its policies stay, but nothing asks them any more");
  }

  private static void notForced(RowSecurityChanged change, Context at, Findings findings) {
    Table table = change.table();
    boolean wasOff = table.isKnown() && !table.rowSecurityForced() && !at.before().catalog().isUncertain(table);
    if (wasOff || at.isNew(table) || after(table, at).filter(t -> !t.rowSecurityForced()).isEmpty()) {
      return;
    }
    findings.report(change.span()).about(Subject.of(table))
        .says("the owner of `%s` sees the rows of all tenants: row security is forced no more", table.displayName())
        .fact("why", "an application that logs in as the owner is not held by any policy");
  }

  /** The table at the end of the migration; empty when it went too. */
  private static Optional<Table> after(Table table, Context at) {
    return at.day().after().catalog().table(table.id());
  }

  private static void dropped(PolicyDropped change, Context at, Findings findings) {
    Table table = change.table();
    Optional<Policy> old = table.policies().stream().filter(p -> p.name().equals(change.name())).findFirst();
    Optional<Table> after = after(table, at);
    if (at.isNew(table) || after.isEmpty() || old.isEmpty() && table.isKnown() || isReplaced(old, after.get(), at)) {
      return;
    }
    boolean restrictive = old.filter(policy -> !policy.permissive()).isPresent();
    boolean served = !restrictive && old.filter(policy -> isServed(policy, after.get())).isPresent();
    Findings.Report report = findings.report(change.span()).about(Subject.policy(table, change.name()));
    old.ifPresent(policy -> report.related(policy.origin().place(), "the policy"));
    if (restrictive) {
      report.says("`%s` opens rows that only policy `%s` kept closed", table.displayName(), change.name())
          .fact("why", "a restrictive policy takes rows away from what the others admit; none takes its place");
    } else {
      report.level(served ? Level.WARNING : Level.ERROR)
          .says("nobody is admitted to `%s` by policy `%s` any more", table.displayName(), change.name())
          .fact("why", served
              ? "other policies admit the same command, but not by this condition"
              : "no policy takes its place: running code finds no rows, or row security gets switched off to help");
    }
  }

  /** Made again in the same migration, under whatever name, for the same command. */
  private static boolean isReplaced(Optional<Policy> old, Table after, Context at) {
    List<Policy> made = after.policies().stream()
        .filter(policy -> policy.origin().migration() == at.before().migration()).toList();
    return old.isEmpty()
        ? !made.isEmpty()
        : made.stream().anyMatch(policy -> policy.permissive() == old.get().permissive() && covers(policy, old.get()))
            || made.stream().map(Policy::command).distinct().count() == 4;
  }

  private static boolean isServed(Policy old, Table after) {
    return after.policies().stream().anyMatch(policy -> policy.permissive() && covers(policy, old));
  }

  private static boolean covers(Policy policy, Policy old) {
    return policy.command().equals("ALL") || policy.command().equals(old.command());
  }
}
