package dev.ddlint.rule.indexes;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.UserType;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import java.util.List;

/** An index over columns of a few values only: it finds half of the table. */
@Rule("low-cardinality-index")
@Concerns(Effect.SCHEMA_STATE)
public final class LowCardinalityIndex implements SchemaRule {
  private static final int FEW_VALUES = 5;

  @Override
  public void check(Schema schema, Findings findings) {
    for (Table table : schema.tables()) {
      if (table.kind() != Table.Kind.PARTITION) {
        schema.catalog().indexesOf(table).stream().filter(index -> isCoarse(schema.catalog(), table, index))
            .forEach(index -> report(table, index, findings));
      }
    }
  }

  private static boolean isCoarse(Catalog catalog, Table table, Index index) {
    boolean whole = index.predicate().isEmpty() && !index.unique() && index.constraint().isEmpty();
    return whole && index.method().equals("btree") && index.include().isEmpty()
        && index.columns().filter(columns -> columns.stream().allMatch(number -> table.column(number)
            .flatMap(Column::type).filter(type -> isSmall(catalog, type)).isPresent())).isPresent();
  }

  private static boolean isSmall(Catalog catalog, DataType type) {
    boolean few = catalog.type(type)
        .filter(user -> user.kind() == UserType.Kind.ENUM && user.values().size() <= FEW_VALUES).isPresent();
    return !type.isArray() && (type.is("bool") || few);
  }

  private static void report(Table table, Index index, Findings findings) {
    List<String> columns = table.names(index.columns().orElse(List.of()));
    findings.report(index.origin().place()).about(Subject.keys(table, index))
        .says("`%s` tells few rows apart: `%s` has a handful of values", index.name(), String.join(", ", columns))
        .fact("use", "a partial index over what is searched with it, WHERE `%s` has the rare value", columns.get(0));
  }
}
