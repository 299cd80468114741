package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Change;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Level;
import dev.ddlint.ir.DataStatement;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.EnumSwap;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TakesIn;
import dev.ddlint.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A column moves to an enum that lacks values of its old one: rows that hold them make it fail. */
@Rule("enum-value-removed")
@Concerns({Effect.DATA_FAILURE, Effect.CLIENT_BREAK, Effect.LOCK, Effect.REWRITE})
@TakesIn({"narrowing-type-change", "rewriting-type-change", "incompatible-type-change"})
public final class EnumValueRemoved implements ChangeRule<Change.TypeChanged> {

  @Override
  public void check(Change.TypeChanged changed, Context at, Findings findings) {
    Optional<EnumSwap> swap = EnumSwap.of(changed, at).filter(s -> !s.removed().isEmpty());
    if (swap.isEmpty() || at.isNew(changed.table())) {
      return;
    }
    List<Change.TypeChanged> all = swap.get().columns(at);
    if (!all.isEmpty() && all.get(0) == changed) {
      report(swap.get(), all, at, findings);
    }
  }

  private static void report(EnumSwap swap, List<Change.TypeChanged> all, Context at, Findings findings) {
    Change.TypeChanged first = all.get(0);
    List<Change.TypeChanged> open = all.stream().filter(c -> !isPrepared(c, at)).toList();
    boolean moved = open.isEmpty();
    String values = "'" + String.join("', '", swap.removed()) + "'";
    String columns = String.join("`, `",
        (moved ? all : open).stream().map(c -> c.table().displayName() + "." + c.name()).toList());
    Findings.Report report = findings.report(first.span())
        .about(Subject.other("type", swap.from().schema(), swap.from().name()));
    if (moved) {
      report.level(Level.WARNING).says("code that still writes %s to `%s` fails", values, columns);
    } else {
      report.says("taking %s out of `%s` fails while a row of `%s` holds it", values, swap.from().name(), columns);
    }
    report.effects(moved ? at.effects().withoutFailure() : at.effects());
    all.stream().skip(1).forEach(c -> report.related(new Place(at.file(), c.span()), "`%s.%s` moves here",
        c.table().displayName(), c.name()));
    report.related(swap.from().origin().place(), "`%s` was made here", swap.from().name());
    report.instead(advice(swap, all));
  }

  /** The rows were given other values before, or those that held it were deleted. */
  private static boolean isPrepared(Change.TypeChanged changed, Context at) {
    return at.earlier().stream().anyMatch(change -> change instanceof Change.RowsWritten written
        && written.table().id().equals(changed.table().id()) && (written.statement().kind() == DataStatement.Kind.DELETE
            || written.statement().columns().stream().anyMatch(c -> c.name().equals(changed.name()))));
  }

  /** The enum stays, and a check forbids what must not come back: it is validated without blocking anybody. */
  private static Advice advice(EnumSwap swap, List<Change.TypeChanged> all) {
    String gone = String.join(", ", swap.removed().stream().map(Names::literal).toList());
    List<String> updates = new ArrayList<>();
    for (Change.TypeChanged changed : all) {
      if (!changed.to().isArray() && !swap.kept().isEmpty()) {
        String table = Names.of(Compose.object(changed.table().schema(), changed.table().name()));
        String column = Names.of(changed.name());
        updates
            .add("UPDATE " + table + " SET " + column + " = " + Names.literal(swap.kept().get(0)) + " WHERE " + column
                + " IN (" + gone + ");   -- or whatever value fits, in batches");
      }
    }
    if (updates.isEmpty()) {
      updates.add("-- change the rows that hold it, in batches");
    }
    return new Advice(Advice.Kind.STAGED, List.of(
        new Advice.Step("first", List.of("-- deploy code that does not write " + gone)),
        new Advice.Step("then", List.copyOf(updates)),
        new Advice.Step("at last",
            List.of("-- this migration; or leave the value in the type, where it costs nothing"))));
  }
}
