package dev.ddlint.rule;

import dev.ddlint.catalog.Function;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.ObjectPath;

/** What a finding is about, named so that it stays the same in SQL and in Prisma. */
public final class Subject {

  private Subject() {}

  public static ObjectPath of(Table table) {
    return new ObjectPath("table", table.schema() + "." + table.name());
  }

  public static ObjectPath of(Index index) {
    return new ObjectPath("index", index.schema() + "." + index.name());
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

  public static ObjectPath constraint(Table table, String constraint) {
    return new ObjectPath("constraint", table.schema() + "." + table.name() + "." + constraint);
  }
}
