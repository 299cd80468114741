package dev.ddlint.rule;

import dev.ddlint.catalog.Function;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.ObjectPath;
import java.util.List;

/** What a finding is about, named so that it stays the same in SQL and in Prisma. */
public final class Subject {

  private Subject() {}

  public static ObjectPath of(Table table) {
    return new ObjectPath("table", table.schema() + "." + table.name());
  }

  public static ObjectPath of(Index index) {
    return new ObjectPath("index", index.schema() + "." + index.name());
  }

  /** An index by what it is over: the same in a migration and in a Prisma schema, whatever it is called. */
  public static ObjectPath keys(Table table, Index index) {
    return index.columns().map(numbers -> columns(table, numbers)).orElse(of(index));
  }

  /** Columns together, by number. */
  public static ObjectPath columns(Table table, List<Integer> numbers) {
    return column(table, String.join(",", table.names(numbers)));
  }

  public static ObjectPath column(Table table, String column) {
    return new ObjectPath("column", table.schema() + "." + table.name() + "." + column);
  }

  public static ObjectPath policy(Table table, String policy) {
    return new ObjectPath("policy", table.schema() + "." + table.name() + "." + policy);
  }

  public static ObjectPath function(Function function) {
    return new ObjectPath("function", function.schema() + "." + function.signature());
  }

  /** A type, function, schema or the like. */
  public static ObjectPath other(String kind, String schema, String name) {
    return new ObjectPath(kind, schema.isEmpty() ? name : schema + "." + name);
  }

  public static ObjectPath constraint(Table table, String constraint) {
    return new ObjectPath("constraint", table.schema() + "." + table.name() + "." + constraint);
  }
}
