package dev.ddlint.rule.indexes;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.Index;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An index whose method does not fit the column's type. */
@Rule("wrong-index-method")
@Concerns(Effect.SCHEMA_STATE)
public final class WrongIndexMethod implements SchemaRule {
  /** Searched by what they contain, which only GIN answers. */
  private static final Set<String> CONTAINERS = Set.of("jsonb", "tsvector");

  /** Types that GIN and GiST index only with the extensions btree_gin and btree_gist. */
  private static final Set<String> SCALARS = Set.of("int2", "int4", "int8", "float4", "float8", "numeric", "money",
      "text", "varchar", "bpchar", "bool", "date", "time", "timetz", "timestamp", "timestamptz", "interval", "uuid",
      "bytea", "char");

  @Override
  public void check(Schema schema, Findings findings) {
    for (Table table : schema.tables()) {
      if (table.kind() != Table.Kind.PARTITION) {
        schema.catalog().indexesOf(table).forEach(index -> check(schema, table, index, findings));
      }
    }
  }

  private static void check(Schema schema, Table table, Index index, Findings findings) {
    for (Index.Key key : index.keys()) {
      Optional<Column> column = key.column().flatMap(table::column);
      Optional<DataType> type = column.flatMap(Column::type).filter(t -> t.user().isEmpty());
      if (type.isPresent() && key.operatorClass().isEmpty() && index.constraint().isEmpty()) {
        check(schema, table, index, column.get(), type.get(), findings);
      }
    }
  }

  private static void check(Schema schema, Table table, Index index, Column column, DataType type, Findings findings) {
    String method = index.method();
    boolean container = type.isArray() || CONTAINERS.contains(type.name().name());
    if (method.equals("btree") && container && !index.unique()) {
      reportBtree(schema, table, index, column, type, findings);
    }
    boolean inverted = method.equals("gin") || method.equals("gist");
    boolean scalar = !type.isArray() && type.name().schema().isEmpty() && SCALARS.contains(type.name().name());
    if (inverted && scalar && !schema.catalog().extensions().contains("btree_" + method)) {
      reportScalar(table, index, column, type, findings);
    }
  }

  private static void reportBtree(Schema schema, Table table, Index index, Column column, DataType type,
      Findings findings) {
    String kind = type.isArray() ? "array" : type.name().name();
    findings.report(index.origin().place()).about(Subject.keys(table, index))
        .says("`%s` cannot search inside `%s`: a btree compares each %s as a whole", index.name(), column.name(), kind)
        .fact("why", "operators such as %s are served by GIN; a btree also refuses values above 2,704 bytes",
            type.name().name().equals("tsvector") ? "@@" : type.isArray() ? "@>, && and <@" : "@> and ?")
        .instead(gin(schema, table, index, column));
  }

  private static Advice gin(Schema schema, Table table, Index index, Column column) {
    if (schema.isPrisma()) {
      String field = new PrismaText(schema).field(table, column);
      return Advice.of(Advice.Kind.STAGED, "in the model", "@@index([" + field + "], type: Gin)");
    }
    boolean concurrently = table.kind() != Table.Kind.PARTITIONED;
    String name = Names.chosen(table.name() + "_" + column.name(), "gin");
    String when = concurrently ? schema.runner().wayOut() : "in a migration of its own, with a lock_timeout";
    return new Advice(Advice.Kind.STAGED, List.of(
        new Advice.Step(when, List.of(SqlPrinter.print(Compose.indexUsing("gin", name,
            Compose.object(table.schema(), table.name()), concurrently, List.of(column.name()))))),
        new Advice.Step("then the same way, unless something sorts by it", List.of(
            SqlPrinter.print(Compose.dropIndex(Compose.object(index.schema(), index.name()), concurrently))))));
  }

  private static void reportScalar(Table table, Index index, Column column, DataType type, Findings findings) {
    String extension = "btree_" + index.method();
    boolean text = Set.of("text", "varchar", "bpchar").contains(type.name().name());
    findings.report(index.origin().place()).about(Subject.keys(table, index))
        .says("`%s` cannot be built: %s has no operators for `%s`", index.name(), index.method(), column.name())
        .fact("fails", "without the extension %s, which this history does not create (42704)", extension)
        .fact("use",
            text ? "`%s gin_trgm_ops` (extension pg_trgm) to search in text, else a btree" : "a btree for `%s`",
            column.name());
  }
}
