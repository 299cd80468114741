package dev.ddlint.rule.indexes;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Fix;
import dev.ddlint.finding.Level;
import dev.ddlint.parse.ExpressionWords;
import dev.ddlint.prisma.PrismaFixes;
import dev.ddlint.prisma.PrismaNames;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.ForeignKeyPlace;
import dev.ddlint.rule.OnlineIndex;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TakesIn;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A foreign key whose columns lead no index: each delete of a referenced row reads the whole referencing table. */
@Rule("missing-foreign-key-index")
@Concerns(Effect.SCHEMA_STATE)
@TakesIn("dropped-foreign-key-index")
public final class MissingForeignKeyIndex implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    Catalog catalog = schema.catalog();
    for (Table table : schema.tables()) {
      // A partition's keys are its parent's; of an uncertain table nothing is known not to exist.
      if (table.kind() == Table.Kind.PARTITION || catalog.isUncertain(table)) {
        continue;
      }
      Set<List<Integer>> seen = new HashSet<>();
      for (ForeignKey key : table.constraints(ForeignKey.class)) {
        if (!key.columns().isEmpty() && !schema.settings().statistics().isSmall(table)
            && !isCovered(table, key, catalog) && !schema.isDrifted(table, key) && seen.add(key.columns())) {
          report(schema, table, key, findings);
        }
      }
    }
  }

  /** Whether some index finds the rows that refer to one row of the other table. */
  static boolean isCovered(Table table, ForeignKey key, Catalog catalog) {
    return catalog.indexesOf(table).stream()
        .anyMatch(index -> covers(table, index, key) || findsOne(index, key, catalog));
  }

  /** It begins with some of the key's columns, and what these refer to is one row already: the others only repeat it. */
  private static boolean findsOne(Index index, ForeignKey key, Catalog catalog) {
    if (!index.valid() || !index.method().equals("btree") || index.predicate().isPresent() || key.columns().size() < 2
        || key.targetColumns().size() != key.columns().size()) {
      return false;
    }
    Set<Integer> found = new HashSet<>();
    for (Index.Key indexed : index.keys()) {
      int at = indexed.column().map(key.columns()::indexOf).orElse(-1);
      if (at < 0) {
        break;
      }
      found.add(key.targetColumns().get(at));
    }
    return catalog.table(key.target()).filter(target -> catalog.indexesOf(target).stream()
        .filter(other -> other.unique() && other.valid() && other.predicate().isEmpty())
        .anyMatch(other -> other.columns().filter(found::containsAll).isPresent())).isPresent();
  }

  /** The key's columns are, as a set, the index's first columns: their order does not matter to equality. */
  static boolean covers(Table table, Index index, ForeignKey key) {
    Set<Integer> columns = new HashSet<>(key.columns());
    boolean hash = index.method().equals("hash") && columns.size() == 1;
    if (!index.valid() || !index.method().equals("btree") && !hash || index.keys().size() < columns.size()) {
      return false;
    }
    Set<Integer> leading = new HashSet<>();
    index.keys().subList(0, columns.size()).forEach(k -> k.column().ifPresent(leading::add));
    return leading.equals(columns) && index.predicate().map(p -> isNotNull(table, p.text(), columns)).orElse(true);
  }

  /** {@code WHERE column IS NOT NULL} leaves out only rows that refer to nothing. */
  private static boolean isNotNull(Table table, String predicate, Set<Integer> columns) {
    String folded = predicate.toLowerCase(Locale.ROOT).replaceAll("[()\\s]+", " ").strip();
    return columns.size() == 1 && folded.endsWith(" is not null") && folded.split(" ").length == 4
        && ExpressionWords.of(predicate).containsAll(table.names(List.copyOf(columns)));
  }

  private static void report(Schema schema, Table table, ForeignKey key, Findings findings) {
    List<String> columns = table.names(key.columns());
    String target = schema.catalog().table(key.target()).map(Table::displayName).orElse("the referenced table");
    Findings.Report report = findings.report(ForeignKeyPlace.of(schema, table, key))
        .about(Subject.columns(table, key.columns()))
        .says("each delete from `%s` reads all of `%s`: `%s` has no index", target, table.displayName(),
            String.join(", ", columns))
        .fact("why", "%s", cost(key, target, table));
    if (schema.settings().statistics().isLarge(table)) {
      report.level(Level.ERROR);
    }
    schema.settings().statistics().of(table)
        .ifPresent(size -> report.fact("size", "%s takes %s", table.displayName(), size.text()));
    Optional<PrismaNames.Mapped> model = schema.prisma().flatMap(names -> names.table(table.schema(), table.name()));
    Optional<List<String>> fields = model.flatMap(m -> m.fieldNames(columns));
    if (schema.kind() == Schema.Kind.PRISMA && model.isPresent() && fields.isPresent()) {
      report.related(key.origin().place(), "the relation to `%s`", target);
      report.instead(new Advice(Advice.Kind.SAME_END, List.of(new Advice.Step("in the model",
          List.of("@@index([" + String.join(", ", fields.get()) + "])")))));
      report.fix(new Fix("add the index",
          List.of(PrismaFixes.addIndex(model.get().model(), model.get().file(), fields.get()))));
    } else {
      report.instead(new Advice(Advice.Kind.SAME_END, List.of(OnlineIndex.step(schema, table, columns))));
    }
  }

  private static String cost(ForeignKey key, String target, Table table) {
    String deletes = "deleting a row of " + target + " looks for its rows in " + table.displayName();
    return switch (key.onDelete()) {
      case CASCADE -> deletes + " and deletes them (ON DELETE CASCADE), one table scan for each row deleted";
      case SET_NULL -> deletes + " and updates them (ON DELETE SET NULL), one table scan for each row deleted";
      case SET_DEFAULT -> deletes + " and updates them (ON DELETE SET DEFAULT), one table scan for each row deleted";
      case NO_ACTION, RESTRICT -> deletes + " to refuse the delete, one table scan for each row; joins scan too";
    };
  }
}
