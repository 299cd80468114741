package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.ColumnAdded;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Level;
import dev.ddlint.ir.ColumnConstraint;
import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.Expression;
import dev.ddlint.physics.Effects;
import dev.ddlint.physics.Work;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TakesIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ADD COLUMN with a default that differs from row to row: each row is written anew. */
@Rule("volatile-default")
@Concerns({Effect.LOCK, Effect.REWRITE})
@TakesIn({"blocking-primary-key", "blocking-unique-constraint"})
public final class VolatileDefault implements ChangeRule<ColumnAdded> {

  @Override
  public void check(ColumnAdded added, Context at, Findings findings) {
    Optional<ColumnConstraint.Default> written = added.clause()
        .flatMap(c -> c.column().first(ColumnConstraint.Default.class));
    if (written.isEmpty() || written.get().value().functions().isEmpty() || at.isNew(added.table())
        || RewritingColumnAdd.reason(added, at).isPresent()
        || added.column().generation() != Column.Generation.NONE) {
      return;
    }
    Effects effects = at.effects();
    if (effects.work().kind() != Work.Kind.REWRITE) {
      return;
    }
    Table table = added.table();
    Expression value = written.get().value();
    Findings.Report report = findings.report(written.get().span()).about(Subject.column(table, added.column().name()));
    if (effects.certainty() == Effects.Certainty.KNOWN) {
      report.says("adding `%s.%s` rewrites the whole table while all reads and writes wait", table.displayName(),
          added.column().name());
      report.fact("why", "%s gives each row a value of its own, so every row is written", value.text());
    } else {
      report.level(Level.WARNING).says("adding `%s.%s` rewrites the whole table if %s is volatile", table.displayName(),
          added.column().name(), String.join(", ", value.functions()));
      report.fact("not seen", "the volatility of %s; a function is VOLATILE unless it says otherwise",
          String.join(", ", value.functions()));
    }
    List<KeyOfNewColumns> keys = KeyOfNewColumns.of(List.of(added), at);
    keys.forEach(key -> key.tell(report, written.get().span()));
    report.effects(effects)
        .instead(KeyOfNewColumns.advice(List.of(added), keys).orElseGet(() -> advice(added, keys)));
  }

  private static Advice advice(ColumnAdded added, List<KeyOfNewColumns> keys) {
    ColumnDefinition column = added.clause().orElseThrow().column();
    List<Advice.Step> steps = new ArrayList<>();
    if (added.column().type().isPresent()) {
      steps.add(new Advice.Step("in this migration", RewritingColumnAdd.unfilled(added)));
    }
    steps.add(new Advice.Step("afterwards", List.of("-- fill the old rows in batches"
        + (column.has(ColumnConstraint.NotNull.class)
            ? ", then make it NOT NULL (ddlint explain set-not-null)"
            : "")
        + keys.stream().findFirst().map(KeyOfNewColumns::later).orElse(""))));
    return new Advice(Advice.Kind.STAGED, List.copyOf(steps));
  }
}
