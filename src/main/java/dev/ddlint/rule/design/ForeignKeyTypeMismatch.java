package dev.ddlint.rule.design;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.UserType;
import dev.ddlint.finding.Level;
import dev.ddlint.print.Types;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.ForeignKeyPlace;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A foreign key whose column has another type than the column that it refers to. */
@Rule("foreign-key-type-mismatch")
@Concerns(Effect.DATA_FAILURE)
public final class ForeignKeyTypeMismatch implements SchemaRule {
  /** Types that PostgreSQL compares with each other; a smaller one may still not hold what the other does. */
  private static final List<Set<String>> COMPARABLE = List.of(Set.of("int2", "int4", "int8"),
      Set.of("float4", "float8"), Set.of("text", "varchar", "bpchar", "citext", "name"),
      Set.of("date", "timestamp", "timestamptz"), Set.of("inet", "cidr"));

  /** Values that are equal as one of them are so as the other. */
  private static final Set<String> SAME = Set.of("text", "varchar", "citext", "inet", "cidr");

  @Override
  public void check(Schema schema, Findings findings) {
    for (Table table : schema.tables()) {
      if (table.kind() != Table.Kind.PARTITION && !schema.catalog().isUncertain(table)) {
        table.constraints(ForeignKey.class).forEach(key -> check(schema, table, key, findings));
      }
    }
  }

  private static void check(Schema schema, Table table, ForeignKey key, Findings findings) {
    Catalog catalog = schema.catalog();
    Optional<Table> target = catalog.table(key.target()).filter(t -> !catalog.isUncertain(t));
    if (target.isEmpty() || key.targetColumns().size() != key.columns().size()) {
      return;
    }
    for (int i = 0; i < key.columns().size(); i++) {
      Optional<Column> from = table.column(key.columns().get(i));
      Optional<Column> to = target.get().column(key.targetColumns().get(i));
      Optional<DataType> mine = from.flatMap(Column::type).map(type -> base(type, catalog));
      Optional<DataType> other = to.flatMap(Column::type).map(type -> base(type, catalog));
      if (mine.isPresent() && other.isPresent() && !fits(mine.get(), other.get())) {
        report(schema, table, key, from.get(), target.get(), to.get(), findings);
        return;
      }
    }
  }

  /** A domain is compared as what it is made of. */
  private static DataType base(DataType type, Catalog catalog) {
    return catalog.type(type).flatMap(UserType::base).map(inner -> base(inner, catalog)).orElse(type);
  }

  private static boolean fits(DataType mine, DataType other) {
    boolean strings = mine.user().isEmpty() && other.user().isEmpty() && !mine.isArray() && !other.isArray()
        && SAME.contains(mine.name().name()) && SAME.contains(other.name().name());
    return mine.sameKind(other) || strings && areComparable(mine, other);
  }

  private static boolean areComparable(DataType mine, DataType other) {
    String a = mine.name().name();
    String b = other.name().name();
    boolean builtIn = mine.user().isEmpty() && other.user().isEmpty() && mine.isArray() == other.isArray();
    boolean whole = b.equals("numeric") && COMPARABLE.get(0).contains(a);
    return builtIn && (whole || COMPARABLE.stream().anyMatch(set -> set.contains(a) && set.contains(b)));
  }

  private static void report(Schema schema, Table table, ForeignKey key, Column from, Table target, Column to,
      Findings findings) {
    DataType mine = from.type().orElseThrow();
    DataType other = to.type().orElseThrow();
    boolean comparable = areComparable(base(mine, schema.catalog()), base(other, schema.catalog()));
    Findings.Report report = findings.report(ForeignKeyPlace.of(schema, table, key))
        .about(Subject.columns(table, key.columns()));
    if (comparable) {
      report.level(Level.WARNING).says("`%s.%s` is %s but refers to %s: not every row of `%s` can be referred to",
          table.displayName(), from.name(), Types.of(mine.name()), Types.of(other.name()), target.displayName());
    } else {
      report.says("the foreign key on `%s.%s` fails: %s cannot refer to %s", table.displayName(), from.name(),
          Types.of(mine.name()), Types.of(other.name())).fact("fails", "always (42804): the types have no common `=`");
    }
    report.fact("why", "`%s.%s` is %s", target.displayName(), to.name(), Types.of(other.name()))
        .fact("use", "the same type for `%s.%s`, from the start: changing it later rewrites the table",
            table.displayName(), from.name())
        .related(to.origin().place(), "`%s` is made here", to.name());
  }
}
