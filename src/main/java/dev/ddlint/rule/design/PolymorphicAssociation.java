package dev.ddlint.rule.design;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.Table;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.OwnColumn;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TakesIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A type and an id that together refer to a row of any of several tables. */
@Rule("polymorphic-association")
@Concerns(Effect.SCHEMA_STATE)
@TakesIn({"string-enum-column", "id-column-without-foreign-key", "varchar-255"})
public final class PolymorphicAssociation implements SchemaRule {
  /** What is called by its kind alone: {@code entity} beside {@code entity_id}. */
  private static final Set<String> ANYTHING = Set.of("entity", "resource", "object", "subject", "target", "record",
      "model", "owner");

  /** Rows of other systems. */
  private static final Set<String> FOREIGN = Set.of("external", "provider", "remote", "source", "client", "upstream");

  @Override
  public void check(Schema schema, Findings findings) {
    OwnColumn.of(schema).stream().filter(own -> !own.isInteger() && !Journals.holds(own.table()))
        .forEach(own -> partner(own).ifPresent(id -> report(own, id, findings)));
  }

  private static Optional<Column> partner(OwnColumn own) {
    List<String> words = own.words();
    boolean type = words.size() > 1 && words.getLast().equals("type");
    boolean kind = words.size() == 1 && ANYTHING.contains(words.get(0));
    if (!type && !kind || words.stream().anyMatch(FOREIGN::contains)) {
      return Optional.empty();
    }
    List<String> wanted = new ArrayList<>(type ? words.subList(0, words.size() - 1) : words);
    wanted.add("id");
    return own.table().columns().stream()
        .filter(column -> NameWords.of(column.name()).equals(wanted) && isFree(own.table(), column)).findFirst();
  }

  private static boolean isFree(Table table, Column column) {
    return table.constraints(ForeignKey.class).stream().noneMatch(key -> key.columns().contains(column.number()));
  }

  private static void report(OwnColumn own, Column id, Findings findings) {
    findings.report(own.column().origin().place())
        .about(Subject.columns(own.table(), List.of(own.column().number(), id.number())))
        .says("`%s` and `%s` refer to rows that nothing keeps: no foreign key can lead to several tables", own.path(),
            id.name())
        .related(id.origin().place(), "`%s` is made here", id.name())
        .fact("use", "a column with a foreign key for each table and CHECK (num_nonnulls(...) = 1), or a join table for"
            + " each");
  }
}
