package dev.ddlint.prisma;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint.Key;
import dev.ddlint.prisma.ScriptWriter.Piece;
import dev.ddlint.text.Place;
import java.util.ArrayList;
import java.util.List;

/** Writes what changes a table's columns and its primary key. */
record TableAlteration(TablePair table, ScriptWriter out) {

  void write() {
    List<Piece> actions = actions();
    if (actions.isEmpty() && !table.keyRenamed()) {
      return;
    }
    out.heading("AlterTable");
    List<ColumnPair> counted = table.columns().stream().filter(ColumnPair::becomesCounted).toList();
    counted.forEach(c -> out.statement("CREATE SEQUENCE " + c.sequence(), cause(c)));
    if (!actions.isEmpty()) {
      out.alter(table.name(), actions, table.place());
    }
    if (table.keyRenamed()) {
      renameKey();
    }
    counted.forEach(c -> out.statement("ALTER SEQUENCE " + c.sequence() + " OWNED BY " + table.name() + "."
        + SqlLiterals.name(c.after().name()), cause(c)));
  }

  private static Place cause(ColumnPair column) {
    return column.after().origin().place();
  }

  private List<Piece> actions() {
    List<Piece> actions = new ArrayList<>();
    if (table.keyChanged()) {
      table.before().primaryKey().ifPresent(key -> actions.add(new Piece("DROP CONSTRAINT "
          + SqlLiterals.name(key.name()), newKeyPlace())));
    }
    for (Column column : table.dropped()) {
      actions.add(new Piece("DROP COLUMN " + SqlLiterals.name(column.name()), table.place()));
    }
    for (Column column : table.added()) {
      actions.add(new Piece("ADD COLUMN     " + table.definition(column), column.origin().place()));
    }
    table.columns().stream().filter(ColumnPair::changed).forEach(c -> actions.addAll(c.actions()));
    if (table.keyChanged()) {
      table.after().primaryKey().ifPresent(key -> actions.add(new Piece("ADD CONSTRAINT "
          + SqlLiterals.name(key.name()) + " PRIMARY KEY (" + ForeignKeyDiff.list(table.after().names(key.columns()))
          + ")", key.origin().place())));
    }
    return actions;
  }

  private Place newKeyPlace() {
    return table.after().primaryKey().map(key -> key.origin().place()).orElseGet(table::place);
  }

  private void renameKey() {
    Key before = table.before().primaryKey().orElseThrow();
    Key after = table.after().primaryKey().orElseThrow();
    out.statement("ALTER TABLE " + table.name() + " RENAME CONSTRAINT " + SqlLiterals.name(before.name()) + " TO "
        + SqlLiterals.name(after.name()), after.origin().place());
  }
}
