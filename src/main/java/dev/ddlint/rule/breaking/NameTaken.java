package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.UserType;
import dev.ddlint.rule.Context;

/** Whether something takes over a name in the same migration. */
final class NameTaken {

  private NameTaken() {}

  /** A view, or another table, that bears the table's name afterwards. */
  static boolean again(Table table, Context at) {
    return at.later().stream().anyMatch(change -> switch (change) {
      case Change.TableCreated made -> is(made.table().schema(), made.table().name(), table);
      case Change.TableRenamed other -> is(other.schema(), other.name(), table);
      default -> false;
    });
  }

  /**
   * Whether the table gives its name to another in this migration, and is kept or has had its name taken before it goes:
   * what becomes of it, running code does not see.
   */
  static boolean byAnother(Table table, Context at) {
    return at.day().before().catalog().table(table.id())
        .filter(old -> !old.name().equals(table.name()) || at.day().after().catalog().table(table.id()).isPresent())
        .flatMap(old -> at.day().after().catalog().table(old.schema(), old.name()))
        .filter(now -> !now.id().equals(table.id())).isPresent();
  }

  /** Another type that bears the type's name afterwards. */
  static boolean again(UserType type, Context at) {
    return at.later().stream().anyMatch(change -> switch (change) {
      case Change.TypeCreated made -> is(made.type(), type);
      case Change.TypeRenamed other -> other.name().equals(type.name()) && other.type().schema().equals(type.schema());
      default -> false;
    });
  }

  private static boolean is(UserType a, UserType b) {
    return a.name().equals(b.name()) && a.schema().equals(b.schema());
  }

  private static boolean is(String schema, String name, Table table) {
    return schema.equals(table.schema()) && name.equals(table.name());
  }
}
