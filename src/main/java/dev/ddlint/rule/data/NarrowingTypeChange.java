package dev.ddlint.rule.data;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Table;
import dev.ddlint.physics.Physics;
import dev.ddlint.physics.TypeChange;
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

/** ALTER COLUMN TYPE that values do not fit: they make it fail, or lose a part. */
@Rule("narrowing-type-change")
@Concerns({Effect.DATA_FAILURE, Effect.DATA_LOSS, Effect.LOCK, Effect.REWRITE, Effect.CLIENT_BREAK})
@TakesIn({"rewriting-type-change", "incompatible-type-change", "index-rebuilding-type-change"})
public final class NarrowingTypeChange implements ChangeRule<Change.TypeChanged> {

  @Override
  public void check(Change.TypeChanged changed, Context at, Findings findings) {
    if (at.isNew(changed.table()) || changed.from().isEmpty() || isNew(changed, at)
        || EnumSwap.of(changed, at).isPresent()) {
      return;
    }
    Physics physics = Physics.of(at.settings().postgresVersion(), at.settings().timeZone());
    TypeChange change = physics.typeChange(changed, at.before(), at.statement());
    boolean fails = change.failure().isPresent() && !isPrepared(changed, at);
    if ((fails || change.loss().isPresent()) && !isReordering(changed)) {
      report(changed, change, fails, at, findings);
    }
  }

  /** The column came with this migration and holds nothing but what the migration wrote. */
  private static boolean isNew(Change.TypeChanged changed, Context at) {
    return changed.column().filter(at::isAddedHere).isPresent();
  }

  /**
   * json to jsonb drops the order of keys, which no reader may rely on (RFC 8259, section 4), and fails on U+0000 alone:
   * the rewrite is what matters.
   */
  private static boolean isReordering(Change.TypeChanged changed) {
    return changed.from().filter(type -> type.is("json")).isPresent() && changed.to().is("jsonb");
  }

  /** The values were changed before in this migration, so that they fit. */
  private static boolean isPrepared(Change.TypeChanged changed, Context at) {
    return at.earlier().stream().anyMatch(change -> change instanceof Change.RowsWritten written
        && written.table().id().equals(changed.table().id())
        && written.statement().columns().stream().anyMatch(c -> c.name().equals(changed.name())));
  }

  private static void report(Change.TypeChanged changed, TypeChange change, boolean fails, Context at,
      Findings findings) {
    Table table = changed.table();
    Findings.Report report = findings.report(changed.span()).about(Subject.column(table, changed.name()));
    String to = Types.of(changed.to().name());
    if (fails) {
      report.says("`%s.%s` to %s fails when %s", table.displayName(), changed.name(), to,
          change.failure().orElseThrow().when());
    } else {
      report.says("`%s.%s` to %s silently loses %s", table.displayName(), changed.name(), to,
          change.loss().orElseThrow());
    }
    changed.from().ifPresent(from -> report.fact("was", "%s", Types.of(from.name())));
    if (fails) {
      change.loss().ifPresent(loss -> report.fact("loses", "%s", loss));
    }
    if (needsUsing(changed)) {
      report.fact("fails", "always without USING: the server does not cast text by itself (42804)");
    }
    report.effects(fails ? at.effects() : at.effects().withoutFailure());
    changed.column().filter(column -> column.origin().migration() >= 0)
        .ifPresent(column -> report.related(column.origin().place(), "`%s` was made here", changed.name()));
    report.instead(SecondColumn.advice(table, changed.name(), changed.column(), changed.to().name(),
        at.before().catalog()));
  }

  /** From text to something that is none there is no cast by assignment. */
  private static boolean needsUsing(Change.TypeChanged changed) {
    boolean text = changed.from().filter(from -> from.is("text") || from.is("varchar")).isPresent();
    boolean stays = changed.to().is("text") || changed.to().is("varchar") || changed.to().is("bpchar")
        || changed.to().is("citext") || changed.to().is("name") || changed.to().is("char");
    return text && !stays && changed.to().user().isEmpty() && changed.using().isEmpty();
  }
}
