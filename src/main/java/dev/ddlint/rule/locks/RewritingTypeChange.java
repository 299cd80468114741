package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.TypeChanged;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Level;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.physics.Effects;
import dev.ddlint.physics.Work;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.print.Types;
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
    report.instead(EnumSwap.of(changed, at).map(EnumSwap::advice).orElseGet(() -> advice(changed, at)));
  }

  private static String was(DataType type, Context at) {
    return at.before().catalog().type(type).map(user -> user.name() + (type.isArray() ? "[]" : ""))
        .orElseGet(() -> Types.of(type.name()));
  }

  private static Advice advice(TypeChanged changed, Context at) {
    ObjectName table = Compose.object(changed.table().schema(), changed.table().name());
    String column = Names.chosen(changed.name(), "new");
    List<String> last = new ArrayList<>();
    List<String> restored = restored(changed, at);
    if (!restored.isEmpty()) {
      last.add("-- first give " + Names.of(column) + " what the old column has: " + String.join(", ", restored));
    }
    last.add(SqlPrinter.print(Compose.alter(table, Compose.dropColumn(changed.name()))));
    last.add(SqlPrinter.print(Compose.renameColumn(table, column, changed.name())));
    return new Advice(Advice.Kind.STAGED, List.of(
        new Advice.Step("in this migration",
            List.of(SqlPrinter.print(Compose.alter(table, Compose.addColumn(column, changed.to().name()))))),
        new Advice.Step("deploy", List.of("-- write both columns, and fill " + Names.of(column) + " in batches")),
        new Advice.Step("then", List.of("-- read " + Names.of(column) + ", and deploy")),
        new Advice.Step("at last", List.copyOf(last))));
  }

  /** What stands on the old column goes with it: it has to be made for the new one before. */
  private static List<String> restored(TypeChanged changed, Context at) {
    List<String> parts = new ArrayList<>();
    changed.column().ifPresent(column -> {
      Table table = changed.table();
      at.before().catalog().indexesOf(table).stream().filter(index -> index.uses(column.number()))
          .forEach(index -> parts.add("index " + index.name()));
      table.constraints().stream().filter(constraint -> constraint.columns().contains(column.number()))
          .filter(constraint -> !(constraint instanceof Constraint.Key))
          .forEach(constraint -> parts.add("constraint " + constraint.name()));
      if (column.hasDefault()) {
        parts.add("the default");
      }
      if (column.notNull()) {
        parts.add("NOT NULL");
      }
    });
    return parts;
  }
}
