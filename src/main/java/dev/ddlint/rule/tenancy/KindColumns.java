package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.UserType;
import java.util.List;
import java.util.Set;

/** The columns that say of which kind a row is: every tenant has rows of it, and who asks for one means all. */
final class KindColumns {
  private static final Set<String> WORDS = Set.of("type", "kind", "status", "state", "mode", "level", "category",
      "resource", "provider");

  private KindColumns() {}

  static boolean isOne(Column column, Catalog catalog) {
    List<String> words = NameWords.of(column.name());
    return !words.isEmpty() && WORDS.contains(words.getLast()) || column.type().filter(type -> isOne(type, catalog))
        .isPresent();
  }

  private static boolean isOne(DataType type, Catalog catalog) {
    return type.is("bool") || type.is("json") || type.is("jsonb")
        || catalog.type(type).filter(user -> user.kind() == UserType.Kind.ENUM).isPresent();
  }
}
