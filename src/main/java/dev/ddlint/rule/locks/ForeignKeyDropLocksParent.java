package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Change.ColumnDropped;
import dev.ddlint.catalog.Change.ConstraintDropped;
import dev.ddlint.catalog.Change.TableDropped;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.ObjectId;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.On;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A foreign key that goes: the table it leads to is locked as well, against reads too. */
@Rule("foreign-key-drop-locks-parent")
@Concerns(Effect.LOCK)
@On({ConstraintDropped.class, TableDropped.class, ColumnDropped.class})
public final class ForeignKeyDropLocksParent implements ChangeRule<Change> {

  @Override
  public void check(Change change, Context at, Findings findings) {
    Table child = ((Change.OfTable) change).table();
    List<Table> parents = targets(change).stream().filter(id -> !id.equals(child.id()))
        .flatMap(id -> at.before().catalog().table(id).stream()).filter(table -> !at.isNew(table)).distinct().toList();
    if (parents.isEmpty()) {
      return;
    }
    findings.report(change.span()).about(Subject.of(parents.get(0)))
        .says("dropping a foreign key of `%s` locks %s against all reads and writes too", child.displayName(),
            parents.stream().map(table -> "`" + table.displayName() + "`").collect(Collectors.joining(", ")))
        .effects(at.effects()).instead(new Advice(Advice.Kind.NONE, List.of()));
  }

  private static List<ObjectId> targets(Change change) {
    Stream<Constraint.ForeignKey> keys = switch (change) {
      case ConstraintDropped dropped -> dropped.constraint().stream()
          .filter(Constraint.ForeignKey.class::isInstance).map(Constraint.ForeignKey.class::cast);
      case TableDropped dropped -> dropped.table().constraints(Constraint.ForeignKey.class).stream();
      case ColumnDropped dropped -> dropped.column().stream().flatMap(column -> dropped.table()
          .constraints(Constraint.ForeignKey.class).stream().filter(key -> key.columns().contains(column.number())));
      default -> Stream.empty();
    };
    return keys.map(Constraint.ForeignKey::target).toList();
  }
}
