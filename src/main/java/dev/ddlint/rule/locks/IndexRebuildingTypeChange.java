package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.TypeChanged;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.physics.Effects;
import dev.ddlint.physics.Work;
import dev.ddlint.print.Types;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TakesIn;
import java.util.List;
import java.util.stream.Collectors;

/** ALTER COLUMN TYPE that leaves the rows as they are, but reads the table for its indexes or checks. */
@Rule("index-rebuilding-type-change")
@Concerns({Effect.LOCK, Effect.SCAN})
@TakesIn("incompatible-type-change")
public final class IndexRebuildingTypeChange implements ChangeRule<TypeChanged> {

  @Override
  public void check(TypeChanged changed, Context at, Findings findings) {
    if (at.isNew(changed.table())) {
      return;
    }
    Effects effects = at.effects();
    Work work = effects.work();
    if (!work.readsTables() || work.rewrites()) {
      return;
    }
    Table table = changed.table();
    String cost = work.rebuilt().isEmpty() ? "checks every row of it again" : "rebuilds " + names(work.rebuilt());
    findings.report(changed.span()).about(Subject.column(table, changed.name()))
        .says("`%s.%s` to %s %s while all reads and writes wait", table.displayName(), changed.name(),
            Types.of(changed.to().name()), cost)
        .fact("why", "the rows stay as they are, but %s", work.rebuilt().isEmpty()
            ? "a check or a foreign key on the column is made anew"
            : "an index on the column is built again")
        .effects(effects).instead(new Advice(Advice.Kind.NONE, List.of()));
  }

  private static String names(List<Index> indexes) {
    String first = indexes.stream().limit(2).map(index -> "`" + index.name() + "`")
        .collect(Collectors.joining(" and "));
    return indexes.size() > 2 ? indexes.size() + " indexes" : first;
  }
}
