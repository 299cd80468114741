package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import java.util.List;

/** What a Prisma schema calls things, read from the lines that made them: {@code @map} hides it from the catalog. */
final class PrismaText {

  private PrismaText() {}

  /** The field behind a column. */
  static String field(Column column) {
    return word(column.origin().place().text(), 0, column.name());
  }

  /** The field's type, without its mark for a missing value. */
  static String type(Column column) {
    return word(column.origin().place().text(), 1, "String").replaceFirst("\\?$", "");
  }

  /** The model behind a table. */
  static String model(Table table) {
    return word(table.origin().place().text(), 1, table.name());
  }

  private static String word(String line, int at, String otherwise) {
    List<String> words = List.of(line.strip().split("[\\s{]+"));
    return at < words.size() ? words.get(at) : otherwise;
  }
}
