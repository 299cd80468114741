package dev.ddlint.prisma;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.UserType;
import dev.ddlint.ir.Expression;
import dev.ddlint.prisma.ScriptWriter.Piece;
import dev.ddlint.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A column that both schemas have, and what changed about it. */
record ColumnPair(TablePair table, Column before, Column after) {

  boolean typeChanged() {
    return before.type().isPresent() && after.type().isPresent() && !Casts.same(type(before), type(after), sameUser());
  }

  /** Whether the engine drops the column and makes it anew, because it knows no cast. */
  boolean recreated() {
    return typeChanged() && !Casts.exists(type(before), type(after), sameUser());
  }

  private boolean sameUser() {
    Optional<UserType> from = table.from().type(type(before));
    Optional<UserType> to = table.to().type(type(after));
    boolean both = from.isPresent() && to.isPresent();
    return both
        ? from.get().name().equals(to.get().name()) && from.get().schema().equals(to.get().schema())
        : from.isEmpty() && to.isEmpty();
  }

  private static DataType type(Column column) {
    return column.type().orElseThrow();
  }

  boolean changed() {
    return typeChanged() || arityChanged() || defaultChanged();
  }

  private boolean arityChanged() {
    return before.notNull() != after.notNull();
  }

  private boolean defaultChanged() {
    boolean sequences = isCounted(table.from(), table.before(), before) && isCounted(table.to(), table.after(), after);
    return !sequences && !value(before).equals(value(after));
  }

  boolean becomesCounted() {
    return isCounted(table.to(), table.after(), after) && !isCounted(table.from(), table.before(), before);
  }

  private static Optional<String> value(Column column) {
    return column.defaultValue().map(Expression::text);
  }

  /** Whether a sequence of the column's own fills it. */
  static boolean isCounted(Catalog catalog, Table table, Column column) {
    return column.defaultValue().filter(v -> v.functions().contains("nextval")).isPresent()
        && catalog.sequencesOf(table).stream().anyMatch(
            s -> s.owner().filter(o -> o.column() == column.number()).isPresent());
  }

  /** The actions of ALTER TABLE, in the engine's order. */
  List<Piece> actions() {
    Place cause = after.origin().place();
    String name = SqlLiterals.name(after.name());
    List<Piece> actions = new ArrayList<>();
    if (recreated()) {
      actions.add(new Piece("DROP COLUMN " + name, cause));
      actions.add(new Piece("ADD COLUMN     " + table.definition(after), cause));
      return actions;
    }
    String alter = "ALTER COLUMN " + name + " ";
    if (arityChanged()) {
      actions.add(new Piece(alter + (after.notNull() ? "SET NOT NULL" : "DROP NOT NULL"), cause));
    }
    if (defaultChanged()) {
      actions.add(new Piece(alter + newDefault(), cause));
    }
    if (typeChanged()) {
      actions.add(new Piece(alter + "SET DATA TYPE " + SqlTypes.of(type(after), table.to()), cause));
    }
    return actions;
  }

  private String newDefault() {
    return becomesCounted()
        ? "SET DEFAULT nextval('" + sequence() + "')"
        : value(after).map(v -> "SET DEFAULT " + v).orElse("DROP DEFAULT");
  }

  /** The name that the engine gives to the sequence of a column that has become counted. */
  String sequence() {
    String schema = table.after().schema().equals("public") ? "" : SqlLiterals.name(table.after().schema()) + ".";
    return schema + dev.ddlint.print.Names.of((table.after().name() + "_" + after.name() + "_seq")
        .toLowerCase(java.util.Locale.ROOT));
  }
}
