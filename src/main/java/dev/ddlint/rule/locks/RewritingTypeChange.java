package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.TypeChanged;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Level;
import dev.ddlint.physics.Effects;
import dev.ddlint.physics.Work;
import dev.ddlint.print.Types;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.EnumSwap;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.SecondColumn;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TakesIn;

/** ALTER COLUMN TYPE that writes every row anew. */
@Rule("rewriting-type-change")
@Concerns({Effect.LOCK, Effect.REWRITE,
    Effect.DATA_FAILURE})
@TakesIn("incompatible-type-change")
public final class RewritingTypeChange implements ChangeRule<TypeChanged> {

  @Override
  public void check(TypeChanged changed, Context at, Findings findings) {
    if (at.isNew(changed.table())) {
      return;
    }
    Effects effects = at.effects();
    if (effects.work().kind() != Work.Kind.REWRITE) {
      return;
    }
    Table table = changed.table();
    boolean known = effects.certainty() == Effects.Certainty.KNOWN;
    String to = Types.of(changed.to().name());
    Findings.Report report = findings.report(changed.span()).about(Subject.column(table, changed.name()));
    if (known) {
      report.says("`%s.%s` to %s rewrites the whole table while all reads and writes wait", table.displayName(),
          changed.name(), to);
    } else {
      report.level(Level.WARNING).says("`%s.%s` to %s may rewrite the whole table while all reads and writes wait",
          table.displayName(), changed.name(), to);
    }
    changed.from().ifPresent(from -> report.fact("was", "%s", was(from, at)));
    effects.unseen().ifPresent(unseen -> report.fact("depends", "on %s", unseen));
    report.effects(effects);
    changed.column().filter(column -> column.origin().migration() >= 0)
        .ifPresent(column -> report.related(column.origin().place(), "`%s` was made here", changed.name()));
    report.instead(EnumSwap.of(changed, at).flatMap(EnumSwap::addedInPlace)
        .orElseGet(() -> SecondColumn.advice(table, changed.name(), changed.column(), changed.to().name(),
            at.before().catalog())));
  }

  private static String was(DataType type, Context at) {
    return at.before().catalog().type(type).map(user -> user.name() + (type.isArray() ? "[]" : ""))
        .orElseGet(() -> Types.of(type.name()));
  }
}
