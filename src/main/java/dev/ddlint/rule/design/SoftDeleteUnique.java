package dev.ddlint.rule.design;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.Table;
import dev.ddlint.parse.ExpressionNames;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.SoftDelete;
import dev.ddlint.rule.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A unique key that deleted rows still hold. */
@Rule("soft-delete-unique")
@Concerns(Effect.SCHEMA_STATE)
public final class SoftDeleteUnique implements SchemaRule {
  /** Values that are drawn at random are not used again. */
  private static final Set<String> RANDOM = Set.of("token", "uuid", "hash", "digest", "nonce", "jti", "key");

  @Override
  public void check(Schema schema, Findings findings) {
    for (Table table : schema.tables()) {
      Optional<Column> mark = table.columns().stream().filter(SoftDelete::marks).findFirst();
      if (mark.isPresent() && table.kind() != Table.Kind.PARTITION && !schema.catalog().isUncertain(table)) {
        new UniqueIndexes(schema.catalog(), table).all().filter(index -> blocks(schema, table, index, mark.get()))
            .forEach(index -> report(schema, table, index, mark.get(), findings));
      }
    }
  }

  private static boolean blocks(Schema schema, Table table, Index index, Column mark) {
    boolean knows = index.uses(mark.number())
        || index.predicate().filter(p -> ExpressionNames.columns(p).contains(mark.name())).isPresent();
    Set<Integer> columns = UniqueIndexes.columns(index);
    boolean identity = table.primaryKey().filter(key -> columns.containsAll(key.columns())).isPresent();
    boolean random = table.names(List.copyOf(columns)).stream()
        .anyMatch(name -> NameWords.of(name).stream().anyMatch(RANDOM::contains));
    return !knows && !identity && !random && !isNumber(table, columns) && !isReferred(schema, table, columns);
  }

  /** An id that refers to no other table is this row's own, or another system's. */
  private static boolean isNumber(Table table, Set<Integer> columns) {
    boolean id = columns.size() == 1 && table.names(List.copyOf(columns)).stream().map(NameWords::of)
        .anyMatch(words -> !words.isEmpty() && words.getLast().equals("id"));
    return id && table.constraints(ForeignKey.class).stream().noneMatch(key -> columns.containsAll(key.columns()));
  }

  /** What foreign keys refer to must be unique among all rows. */
  private static boolean isReferred(Schema schema, Table table, Set<Integer> columns) {
    return schema.catalog().referencing(table).stream().flatMap(other -> other.constraints(ForeignKey.class).stream())
        .anyMatch(key -> key.target().equals(table.id()) && columns.equals(Set.copyOf(key.targetColumns())));
  }

  private static void report(Schema schema, Table table, Index index, Column mark, Findings findings) {
    findings.report(index.origin().place()).about(Subject.keys(table, index))
        .says("rows of `%s` that are deleted keep their values in `%s`: they cannot be used again", table.displayName(),
            index.name())
        .related(mark.origin().place(), "`%s` marks deleted rows", mark.name())
        .fact("use", "a unique index WHERE %s", SoftDelete.alive(mark)
            + (schema.isPrisma() ? ", written in the migration" : ""));
  }
}
