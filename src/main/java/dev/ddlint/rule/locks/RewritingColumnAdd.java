package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.ColumnAdded;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.UserType;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.ColumnConstraint;
import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.TypeName;
import dev.ddlint.physics.Effects;
import dev.ddlint.physics.Work;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
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

/** ADD COLUMN whose values come from a sequence, an expression or a domain: each row is written anew. */
@Rule("rewriting-column-add")
@Concerns({Effect.LOCK, Effect.REWRITE})
@TakesIn({"blocking-primary-key", "blocking-unique-constraint"})
public final class RewritingColumnAdd implements ChangeRule<ColumnAdded> {

  @Override
  public void check(ColumnAdded added, Context at, Findings findings) {
    Optional<String> reason = reason(added, at);
    if (reason.isEmpty() || at.isNew(added.table())) {
      return;
    }
    Effects effects = at.effects();
    if (effects.work().kind() != Work.Kind.REWRITE) {
      return;
    }
    findings.report(added.span()).about(Subject.column(added.table(), added.column().name()))
        .says("adding `%s.%s` rewrites the whole table while all reads and writes wait", added.table().displayName(),
            added.column().name())
        .fact("why", "%s", reason.get()).effects(effects).instead(advice(added));
  }

  /** Why the column is written into each row, its default aside. */
  static Optional<String> reason(ColumnAdded added, Context at) {
    Column column = added.column();
    Optional<UserType> domain = column.type().filter(type -> !type.isArray())
        .flatMap(at.before().catalog()::type).filter(UserType::isConstrained);
    if (column.generation().isIdentity()) {
      return Optional.of("each row gets its own number from the identity's sequence");
    }
    if (column.generation() == Column.Generation.STORED) {
      return Optional.of("the expression is computed and stored for each row");
    }
    if (isSerial(added)) {
      return Optional.of("each row gets its own number from the column's sequence");
    }
    return domain
        .map(type -> "domain " + type.name() + " has a constraint that each row's value is tried on, NULL too");
  }

  private static boolean isSerial(ColumnAdded added) {
    return added.clause().flatMap(clause -> clause.column().type()).filter(TypeName::isSerial).isPresent();
  }

  private static Advice advice(ColumnAdded added) {
    Column column = added.column();
    if (added.clause().isEmpty() || column.type().isEmpty()) {
      return new Advice(Advice.Kind.NONE, List.of());
    }
    return column.generation() == Column.Generation.STORED
        ? computed(added, column.type().get())
        : numbered(added, column.type().get());
  }

  /** A column of its own that the writers, or a trigger, keep up. */
  private static Advice computed(ColumnAdded added, DataType type) {
    return staged(List.of(SqlPrinter.print(Compose.alter(table(added),
        Compose.addColumn(added.column().name(), type.name())))),
        "-- compute " + Names.of(added.column().name()) + " in a trigger or in the code for new rows, fill the old ones"
            + " in batches");
  }

  private static Advice numbered(ColumnAdded added, DataType type) {
    List<String> now = new ArrayList<>();
    String name = added.column().name();
    if (isSerial(added) || added.column().generation().isIdentity()) {
      String sequence = Names.chosen(added.table().name() + "_" + name, "seq");
      ObjectName qualified = Compose.object(added.table().schema(), sequence);
      now.add("CREATE SEQUENCE " + Names.of(qualified) + ";");
      now.add(SqlPrinter.print(Compose.alter(table(added), Compose.addColumn(name, type.name()))));
      now.add(SqlPrinter.print(Compose.alter(table(added), Compose.setDefault(name,
          Expression.of("nextval(" + Names.literal(Names.of(qualified)) + ")")))));
      now.add("ALTER SEQUENCE " + Names.of(qualified) + " OWNED BY " + Names.of(table(added)) + "." + Names.of(name)
          + ";");
      return staged(now, "-- fill the old rows in batches, then make it NOT NULL (ddlint explain set-not-null)"
          + key(added));
    }
    return staged(now, "-- add the column with the domain's base type, fill it in batches, and give it the domain's"
        + " conditions as NOT VALID checks");
  }

  private static String key(ColumnAdded added) {
    ColumnDefinition written = added.clause().orElseThrow().column();
    return written.has(ColumnConstraint.Unique.class)
        ? ", and its key over an index built CONCURRENTLY (ddlint explain blocking-primary-key)"
        : "";
  }

  private static Advice staged(List<String> now, String afterwards) {
    List<Advice.Step> steps = new ArrayList<>();
    if (!now.isEmpty()) {
      steps.add(new Advice.Step("in this migration", List.copyOf(now)));
    }
    steps.add(new Advice.Step("afterwards", List.of(afterwards)));
    return new Advice(Advice.Kind.STAGED, List.copyOf(steps));
  }

  private static ObjectName table(ColumnAdded added) {
    return Compose.object(added.table().schema(), added.table().name());
  }
}
