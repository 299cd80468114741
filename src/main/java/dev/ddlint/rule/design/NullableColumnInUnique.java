package dev.ddlint.rule.design;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Level;
import dev.ddlint.ir.Expression;
import dev.ddlint.parse.ExpressionNames;
import dev.ddlint.print.Names;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A unique key over several columns, one of which may be NULL: rows with NULL are never equal. */
@Rule("nullable-column-in-unique")
@Concerns(Effect.SCHEMA_STATE)
public final class NullableColumnInUnique implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    for (Table table : schema.tables()) {
      if (table.kind() != Table.Kind.PARTITION && table.isComplete() && !schema.catalog().isUncertain(table)) {
        UniqueIndexes indexes = new UniqueIndexes(schema.catalog(), table);
        indexes.plain().filter(index -> index.keys().size() > 1 && !index.nullsNotDistinct())
            .forEach(index -> check(schema, table, index, indexes, findings));
      }
    }
  }

  private static void check(Schema schema, Table table, Index index, UniqueIndexes indexes, Findings findings) {
    List<Column> nullable = index.columns().orElse(List.of()).stream().flatMap(n -> table.column(n).stream())
        .filter(column -> !column.notNull()).toList();
    Optional<Column> open = nullable.stream().filter(column -> admitsOnlyNull(index, column)).findFirst();
    List<Column> seen = nullable.stream().filter(column -> !leavesNullOut(index, column)).toList();
    if (open.isPresent()) {
      reportIdle(table, index, open.get(), findings);
    } else if (!seen.isEmpty() && !isOptionalKey(table, index, seen) && !isBacked(table, index, seen, indexes)) {
      report(schema, table, index, seen, findings);
    }
  }

  private static boolean admitsOnlyNull(Index index, Column column) {
    String wanted = column.name().toLowerCase(Locale.ROOT) + " is null";
    return index.predicate().map(where -> List.of(folded(where).split(" and ")).contains(wanted)).orElse(false);
  }

  /** Each condition on the column but IS NULL is not true of NULL. */
  private static boolean leavesNullOut(Index index, Column column) {
    return index.predicate().filter(where -> !folded(where).contains(" or ")
        && ExpressionNames.columns(where).contains(column.name())).isPresent();
  }

  /** Without parentheses, quotes and the names of tables before dots. */
  private static String folded(Expression where) {
    String bare = where.text().replace("(", " ").replace(")", " ").replace("\"", "").toLowerCase(Locale.ROOT).strip();
    return String.join(" ",
        Stream.of(bare.split("\\s+")).map(word -> word.substring(word.lastIndexOf('.') + 1)).toList());
  }

  /** A text that comes last is the key itself, such as an idempotency key: NULL says that the row has none. */
  private static boolean isOptionalKey(Table table, Index index, List<Column> nullable) {
    Column column = nullable.get(0);
    boolean last = index.keys().getLast().column().filter(n -> n == column.number()).isPresent();
    boolean text = column.type().filter(type -> type.is("text") || type.is("varchar")).isPresent();
    boolean refers = table.constraints(ForeignKey.class).stream().anyMatch(k -> k.columns().contains(column.number()));
    return nullable.size() == 1 && last && text && !refers;
  }

  /** Another unique index sees to the rows with NULL, or holds fewer of the columns, so that this one adds nothing. */
  private static boolean isBacked(Table table, Index index, List<Column> nullable, UniqueIndexes indexes) {
    Set<Integer> mine = UniqueIndexes.columns(index);
    Set<Integer> open = new HashSet<>(nullable.stream().map(Column::number).toList());
    boolean fewer = indexes.plain().filter(other -> !other.id().equals(index.id())).map(UniqueIndexes::columns)
        .anyMatch(other -> mine.containsAll(other) && !other.containsAll(open));
    return fewer || isArc(index, open, indexes) || indexes.all().filter(other -> other.columns().isEmpty())
        .anyMatch(other -> open.stream().anyMatch(column -> reads(table, other, column)));
  }

  /** Each row has one of two columns, each with a key of its own over the same others. */
  private static boolean isArc(Index index, Set<Integer> open, UniqueIndexes indexes) {
    Set<Integer> rest = UniqueIndexes.columns(index);
    rest.removeAll(open);
    return open.size() == 1 && indexes.plain().filter(other -> !other.id().equals(index.id()))
        .map(UniqueIndexes::columns).anyMatch(other -> other.size() == rest.size() + 1 && other.containsAll(rest));
  }

  /** An expression such as {@code coalesce(b, 0)} makes NULL equal to NULL. */
  private static boolean reads(Table table, Index index, int column) {
    return index.keys().stream().flatMap(key -> key.expression().stream())
        .anyMatch(e -> ExpressionNames.columns(e).containsAll(table.names(List.of(column))));
  }

  private static void report(Schema schema, Table table, Index index, List<Column> nullable, Findings findings) {
    String columns = String.join(", ", table.names(index.columns().orElse(List.of())));
    String name = nullable.get(0).name();
    Findings.Report report = findings.report(index.origin().place()).about(Subject.keys(table, index))
        .says("`%s` lets rows be equal when `%s` is NULL: the key over (%s) does not see them", table.displayName(),
            name,
            columns)
        .fact("why", "NULL is not equal to NULL, so that rows which share all other columns pass")
        .related(nullable.get(0).nullability().place(), "`%s` may be NULL", name);
    report.fact("use", schema.isPrisma()
        ? "a required field; or, in the migration, UNIQUE NULLS NOT DISTINCT (PostgreSQL 15) or a second unique index"
            + " WHERE " + Names.of(name) + " IS NULL"
        : "NOT NULL; or UNIQUE NULLS NOT DISTINCT (PostgreSQL 15); or a second unique index without `" + name
            + "` WHERE " + Names.of(name) + " IS NULL");
  }

  private static void reportIdle(Table table, Index index, Column column, Findings findings) {
    findings.report(index.origin().place()).about(Subject.keys(table, index)).level(Level.WARNING)
        .says("`%s` keeps nothing unique: `%s` is NULL in all of its rows", index.name(), column.name())
        .fact("why", "its WHERE lets only rows in where `%s` is NULL, and NULL is not equal to NULL", column.name())
        .fact("use", "the same index without `%s` among its columns", column.name())
        .related(column.nullability().place(), "`%s` may be NULL", column.name());
  }
}
