package dev.ddlint.rule.design;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.Table;
import dev.ddlint.print.Names;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.OwnColumn;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.TablePlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A column that names another table's key, and no foreign key keeps what it refers to. */
@Rule("id-column-without-foreign-key")
@Concerns(Effect.SCHEMA_STATE)
public final class IdColumnWithoutForeignKey implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    // A project without any foreign key does without them on purpose.
    if (schema.catalog().referencing().isEmpty()) {
      return;
    }
    List<OwnColumn> candidates = OwnColumn.of(schema).stream().filter(IdColumnWithoutForeignKey::isCandidate).toList();
    if (!candidates.isEmpty()) {
      Map<List<String>, Table> named = byName(schema.catalog());
      candidates.forEach(own -> target(own, named).ifPresent(target -> report(own, target, findings)));
    }
  }

  private static boolean isCandidate(OwnColumn own) {
    List<String> words = own.words();
    boolean free = own.table().constraints(ForeignKey.class).stream()
        .noneMatch(key -> key.columns().contains(own.column().number()));
    return words.size() > 1 && words.getLast().equals("id") && free && !Journals.holds(own.table());
  }

  private static Map<List<String>, Table> byName(Catalog catalog) {
    Map<List<String>, Table> named = new HashMap<>();
    catalog.tables().values().stream()
        .filter(table -> table.isComplete() && !table.kind().isView() && table.kind() != Table.Kind.PARTITION)
        .forEach(table -> named.merge(NameWords.singular(table.name()), table,
            (a, b) -> a.id().value() < b.id().value() ? a : b));
    return named;
  }

  /** Of the same type as the other table's key: another system's id is a text most of the time. */
  private static Optional<Table> target(OwnColumn own, Map<List<String>, Table> named) {
    List<String> words = own.words();
    Optional<Table> target = Optional.ofNullable(named.get(words.subList(0, words.size() - 1)))
        .filter(table -> !table.id().equals(own.table().id()));
    return target.filter(table -> table.primaryKey().filter(key -> key.columns().size() == 1)
        .flatMap(key -> table.column(key.columns().get(0))).flatMap(Column::type)
        .filter(type -> own.column().type().filter(type::sameKind).isPresent()).isPresent());
  }

  private static void report(OwnColumn own, Table target, Findings findings) {
    String key = target.primaryKey().map(k -> String.join(", ", target.names(k.columns()))).orElse("id");
    own.report(findings)
        .says("`%s` can name rows of `%s` that are gone: no foreign key keeps it", own.path(), target.displayName())
        .related(TablePlace.of(target), "`%s` is made here", target.displayName())
        .fact("use", own.schema().isPrisma()
            ? "a relation over `%s`"
            : "FOREIGN KEY (%s) REFERENCES "
                + Names.of(target.name()) + " (" + key + "), NOT VALID first where rows are there",
            own.written());
  }
}
