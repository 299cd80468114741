package dev.ddlint.rule.design;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.PrismaText;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TablePlace;
import dev.ddlint.rule.TakesIn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A table that only joins two others, and may hold the same pair twice. */
@Rule("join-table-without-key")
@Concerns(Effect.SCHEMA_STATE)
@TakesIn("missing-primary-key")
public final class JoinTableWithoutKey implements SchemaRule {
  private static final Set<String> MOMENTS = Set.of("timestamp", "timestamptz", "date");

  @Override
  public void check(Schema schema, Findings findings) {
    for (Table table : schema.tables()) {
      List<ForeignKey> keys = table.constraints(ForeignKey.class);
      boolean clear = table.kind() != Table.Kind.PARTITION && table.isComplete()
          && !schema.catalog().isUncertain(table);
      if (clear && keys.size() == 2 && pair(keys).size() >= 2 && joins(schema, table, keys)
          && !isKeyed(schema, table, pair(keys))) {
        report(schema, table, keys, findings);
      }
    }
  }

  private static List<Integer> pair(List<ForeignKey> keys) {
    return keys.stream().flatMap(key -> key.columns().stream()).distinct().toList();
  }

  /** Nothing but the pair and when it was made; with a number of its own, a name made of both names as well. */
  private static boolean joins(Schema schema, Table table, List<ForeignKey> keys) {
    List<Integer> pair = pair(keys);
    List<Column> rest = table.columns().stream().filter(column -> !pair.contains(column.number())).toList();
    boolean numbered = rest.stream().anyMatch(column -> isOwnKey(table, column));
    boolean bare = rest.stream().allMatch(column -> isOwnKey(table, column) || isMoment(column));
    boolean required = pair.stream().allMatch(n -> table.column(n).filter(Column::notNull).isPresent());
    return bare && (numbered ? required && isNamedAfter(schema, table, keys) : isApart(keys));
  }

  private static boolean isApart(List<ForeignKey> keys) {
    return keys.stream().noneMatch(key -> key.columns().isEmpty());
  }

  private static boolean isOwnKey(Table table, Column column) {
    return table.primaryKey().filter(key -> key.columns().equals(List.of(column.number()))).isPresent();
  }

  private static boolean isMoment(Column column) {
    return column.type().map(DataType::name).filter(type -> MOMENTS.contains(type.name())).isPresent();
  }

  /** {@code post_tags} of posts and tags; a table of logins refers to two others as well, and may repeat them. */
  private static boolean isNamedAfter(Schema schema, Table table, List<ForeignKey> keys) {
    List<String> words = NameWords.singular(table.name());
    return keys.stream().allMatch(key -> schema.catalog().table(key.target())
        .map(target -> NameWords.singular(target.name())).filter(name -> words.contains(name.getLast())).isPresent());
  }

  private static boolean isKeyed(Schema schema, Table table, List<Integer> pair) {
    Set<Integer> columns = new HashSet<>(pair);
    Stream<Set<Integer>> unique = new UniqueIndexes(schema.catalog(), table).plain().map(UniqueIndexes::columns);
    return unique.anyMatch(columns::containsAll);
  }

  private static void report(Schema schema, Table table, List<ForeignKey> keys, Findings findings) {
    List<Integer> pair = pair(keys);
    String columns = String.join(", ", table.names(pair));
    Findings.Report report = findings.report(TablePlace.of(table)).about(Subject.of(table))
        .says("`%s` can hold the same pair twice: no key is over (%s)", table.displayName(), columns)
        .fact("why", "joins through it then count a row twice, and taking the pair away once leaves the other");
    keys.forEach(key -> report.related(key.origin().place(), "one side of the pair"));
    report.instead(schema.isPrisma() ? prisma(schema, table, pair) : sql(schema, table, pair));
  }

  private static Advice prisma(Schema schema, Table table, List<Integer> pair) {
    PrismaText text = new PrismaText(schema);
    List<String> fields = pair.stream().flatMap(n -> table.column(n).stream()).map(c -> text.field(table, c)).toList();
    String attribute = table.primaryKey().isPresent() ? "@@unique" : "@@id";
    return Advice.of(Advice.Kind.STAGED, "in the model", attribute + "([" + String.join(", ", fields) + "])");
  }

  private static Advice sql(Schema schema, Table table, List<Integer> pair) {
    String name = Names.chosen(table.name() + "_" + String.join("_", table.names(pair)), "key");
    List<Advice.Step> steps = new ArrayList<>();
    steps.add(new Advice.Step("first", List.of("-- delete the pairs that are there twice")));
    steps.add(new Advice.Step(schema.runner().wayOut(), List.of(SqlPrinter.print(Compose.concurrentIndex(name,
        Compose.object(table.schema(), table.name()), true, table.names(pair))))));
    return new Advice(Advice.Kind.STAGED, List.copyOf(steps));
  }
}
