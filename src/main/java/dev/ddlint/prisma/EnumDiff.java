package dev.ddlint.prisma;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.UserType;
import dev.ddlint.text.Order;
import dev.ddlint.text.Place;
import java.util.ArrayList;
import java.util.List;

/** The enums of two schemas. */
record EnumDiff(Catalog from, Catalog to, List<TablePair> tables) {
  private static final String SEVERAL = """
      -- This migration adds more than one value to an enum.
      -- With PostgreSQL versions 11 and earlier, this is not possible
      -- in a single migration. This can be worked around by creating
      -- multiple migrations, each migration adding only one value to
      -- the enum.


      """;

  static List<UserType> enums(Catalog catalog) {
    return catalog.types().values().stream().filter(t -> t.kind() == UserType.Kind.ENUM)
        .sorted(Order.by(t -> t.id().value())).toList();
  }

  private static List<UserType> without(List<UserType> all, List<UserType> others) {
    return all.stream().filter(t -> others.stream().noneMatch(o -> sql(o).equals(sql(t)))).toList();
  }

  List<UserType> created() {
    return without(enums(to), enums(from));
  }

  List<UserType> dropped() {
    return without(enums(from), enums(to));
  }

  static String sql(UserType type) {
    return SqlTypes.name(type.schema(), type.name());
  }

  static String create(UserType type, String suffix) {
    return "CREATE TYPE " + SqlTypes.name(type.schema(), type.name() + suffix) + " AS ENUM ("
        + String.join(", ", type.values().stream().map(SqlLiterals::string).toList()) + ")";
  }

  void alter(ScriptWriter out) {
    for (UserType before : enums(from)) {
      for (UserType after : enums(to)) {
        if (sql(before).equals(sql(after))) {
          alter(before, after, out);
        }
      }
    }
  }

  private void alter(UserType before, UserType after, ScriptWriter out) {
    Place cause = after.origin().place();
    List<String> added = after.values().stream().filter(v -> !before.values().contains(v)).toList();
    if (!after.values().containsAll(before.values())) {
      out.heading("AlterEnum");
      swap(before, after, out, cause);
    } else if (!added.isEmpty()) {
      out.heading("AlterEnum");
      out.comment(added.size() > 1 ? SEVERAL : "");
      added.forEach(
          value -> out.statement("ALTER TYPE " + sql(after) + " ADD VALUE " + SqlLiterals.string(value), cause));
    }
  }

  /** PostgreSQL cannot drop a value: the columns get a new type of the same name. */
  private void swap(UserType before, UserType after, ScriptWriter out, Place cause) {
    out.statement("BEGIN", cause);
    out.statement(create(after, "_new"), cause);
    List<ColumnPair> users = users(before);
    for (ColumnPair user : users) {
      if (user.before().defaultValue().isPresent()) {
        out.statement(column(user, "DROP DEFAULT"), cause);
      }
    }
    users.stream().filter(user -> !user.recreated()).forEach(user -> out.statement(retype(user, after), cause));
    out.statement("ALTER TYPE " + sql(before) + " RENAME TO " + SqlLiterals.name(before.name() + "_old"), cause);
    out.statement("ALTER TYPE " + SqlTypes.name(after.schema(), after.name() + "_new") + " RENAME TO "
        + SqlLiterals.name(after.name()), cause);
    out.statement("DROP TYPE " + SqlTypes.name(before.schema(), before.name() + "_old"), cause);
    for (ColumnPair user : users) {
      if (!user.recreated()) {
        user.after().defaultValue()
            .ifPresent(value -> out.statement(column(user, "SET DEFAULT " + value.text()), cause));
      }
    }
    out.statement("COMMIT", cause);
  }

  private static String column(ColumnPair user, String action) {
    return "ALTER TABLE " + user.table().name() + " ALTER COLUMN " + SqlLiterals.name(user.after().name()) + " "
        + action;
  }

  private static String retype(ColumnPair user, UserType after) {
    boolean array = user.before().type().filter(t -> t.isArray()).isPresent();
    String type = SqlTypes.name(after.schema(), after.name() + "_new") + (array ? "[]" : "");
    return column(user, "TYPE " + type + " USING (" + SqlLiterals.name(user.after().name()) + "::text::" + type + ")");
  }

  /** The columns of the type that stay. */
  private List<ColumnPair> users(UserType type) {
    List<ColumnPair> users = new ArrayList<>();
    for (TablePair table : tables.stream().sorted(Order.by(t -> t.after().id().value())).toList()) {
      table.columns().stream().filter(c -> isOf(c.before(), table.before(), type)).forEach(users::add);
    }
    return users;
  }

  private boolean isOf(Column column, Table table, UserType type) {
    return column.type().flatMap(from::type).filter(type::equals).isPresent() && !table.kind().isView();
  }
}
