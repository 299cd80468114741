package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.ColumnAdded;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.UserType;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.ColumnConstraint;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** ADD COLUMN whose values come from a sequence, an expression or a domain: each row is written anew. */
@Rule("rewriting-column-add")
@Concerns({Effect.LOCK, Effect.REWRITE})
@TakesIn({"blocking-primary-key", "blocking-unique-constraint"})
public final class RewritingColumnAdd implements ChangeRule<ColumnAdded> {

  @Override
  public void check(ColumnAdded added, Context at, Findings findings) {
    Optional<String> reason = reason(added, at);
    if (reason.isEmpty() || at.isNew(added.table()) || !together(added, at).get(0).equals(added)) {
      return;
    }
    Effects effects = at.effects();
    if (effects.work().kind() != Work.Kind.REWRITE) {
      return;
    }
    Findings.Report report = findings.report(added.span())
        .about(Subject.column(added.table(), added.column().name()))
        .says("adding `%s.%s` rewrites the whole table while all reads and writes wait", added.table().displayName(),
            added.column().name())
        .fact("why", "%s", reason.get()).effects(effects);
    List<ColumnAdded> all = together(added, at);
    List<ColumnAdded> others = all.stream().skip(1).toList();
    if (!others.isEmpty()) {
      report.fact("also", "the same rewrite serves %s", others.stream().map(other -> other.column().name())
          .collect(Collectors.joining(", ")));
    }
    List<KeyOfNewColumns> keys = KeyOfNewColumns.of(all.stream().filter(RewritingColumnAdd::isNumbered).toList(), at);
    keys.forEach(key -> key.tell(report, added.span()));
    report.instead(KeyOfNewColumns.advice(all, keys).orElseGet(() -> advice(all, keys)));
  }

  /** One statement rewrites its table once: its first such column speaks for all. */
  private static List<ColumnAdded> together(ColumnAdded added, Context at) {
    return at.step().changes().stream().filter(ColumnAdded.class::isInstance).map(ColumnAdded.class::cast)
        .filter(other -> other.table().id().equals(added.table().id()) && reason(other, at).isPresent()).toList();
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

  private static Advice advice(List<ColumnAdded> columns, List<KeyOfNewColumns> keys) {
    if (columns.stream().anyMatch(added -> added.clause().isEmpty() || added.column().type().isEmpty())) {
      return new Advice(Advice.Kind.NONE, List.of());
    }
    List<String> now = columns.stream().filter(added -> !ofDomain(added)).flatMap(added -> unfilled(added).stream())
        .toList();
    List<Advice.Step> steps = new ArrayList<>();
    if (!now.isEmpty()) {
      steps.add(new Advice.Step("in this migration", now));
    }
    steps
        .add(new Advice.Step("afterwards", columns.stream().map(added -> afterwards(added, keys)).distinct().toList()));
    return new Advice(Advice.Kind.STAGED, List.copyOf(steps));
  }

  private static boolean ofDomain(ColumnAdded added) {
    return added.column().generation() != Column.Generation.STORED && !isNumbered(added);
  }

  /** What makes the column without touching a row: new rows get their values, the old ones are left. */
  static List<String> unfilled(ColumnAdded added) {
    Optional<String> column = added.column().type().map(type -> SqlPrinter.print(
        Compose.alter(table(added), Compose.addColumn(added.column().name(), type.name()))));
    if (column.isEmpty()) {
      return List.of();
    }
    return isNumbered(added)
        ? numbered(added, column.get())
        : Stream.concat(column.stream(), ownDefault(added).stream()).toList();
  }

  private static Optional<String> ownDefault(ColumnAdded added) {
    return added.clause().flatMap(clause -> clause.column().first(ColumnConstraint.Default.class))
        .map(written -> SqlPrinter.print(
            Compose.alter(table(added), Compose.setDefault(added.column().name(), written.value()))));
  }

  private static List<String> numbered(ColumnAdded added, String column) {
    String name = added.column().name();
    String sequence = Names.of(Compose.object(added.table().schema(),
        Names.chosen(added.table().name() + "_" + name, "seq")));
    Expression next = Expression.of("nextval(" + Names.literal(sequence) + ")");
    return List.of("CREATE SEQUENCE " + sequence + ";", column,
        SqlPrinter.print(Compose.alter(table(added), Compose.setDefault(name, next))),
        "ALTER SEQUENCE " + sequence + " OWNED BY " + Names.of(table(added)) + "." + Names.of(name) + ";");
  }

  private static String afterwards(ColumnAdded added, List<KeyOfNewColumns> keys) {
    String name = Names.of(added.column().name());
    if (added.column().generation() == Column.Generation.STORED) {
      return "-- compute " + name + " in a trigger or in the code for new rows, fill the old ones in batches";
    }
    return isNumbered(added)
        ? "-- fill the old rows in batches, then make " + name + " NOT NULL (ddlint explain set-not-null)"
            + keys.stream()
                .filter(key -> key.key().key().columns().contains(added.column().number())).findFirst()
                .map(KeyOfNewColumns::later).orElse("")
        : "-- add " + name + " with the domain's base type, fill it in batches, and give it the domain's conditions as"
            + " NOT VALID checks";
  }

  private static boolean isNumbered(ColumnAdded added) {
    return isSerial(added) || added.column().generation().isIdentity();
  }

  private static ObjectName table(ColumnAdded added) {
    return Compose.object(added.table().schema(), added.table().name());
  }
}
