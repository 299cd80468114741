package dev.ddlint.prisma;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.ObjectId;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.UserType;
import dev.ddlint.prisma.ScriptWriter.Piece;
import dev.ddlint.text.Order;
import dev.ddlint.text.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The SQL by which Prisma's engine gets from one schema to the next, in its order and its words. Where the engine's SQL
 * would fail (a serial as the type of an existing column, a default that is set and dropped at once) this one works.
 */
public final class PrismaDiff {
  private final Catalog from;
  private final Catalog to;
  private final Neighbors neighbors;
  private final List<TablePair> kept = new ArrayList<>();
  private final List<Table> created = new ArrayList<>();
  private final List<Table> dropped = new ArrayList<>();
  private final Map<ObjectId, TablePair> byOld = new HashMap<>();
  private final Map<ObjectId, TablePair> byNew = new HashMap<>();
  private final ScriptWriter out = new ScriptWriter();

  private PrismaDiff(Catalog from, Catalog to, Place elsewhere) {
    this.from = from;
    this.to = to;
    this.neighbors = new Neighbors(from, to, elsewhere);
    for (Table table : tables(from)) {
      to.table(table.schema(), table.name()).filter(Table::isKnown)
          .ifPresentOrElse(same -> keep(new TablePair(from, table, to, same)), () -> dropped.add(table));
    }
    tables(to).stream().filter(t -> from.table(t.schema(), t.name()).filter(Table::isKnown).isEmpty())
        .forEach(created::add);
  }

  private void keep(TablePair pair) {
    kept.add(pair);
    byOld.put(pair.before().id(), pair);
    byNew.put(pair.after().id(), pair);
  }

  /**
   * Compares two lowered schemas.
   *
   * @param elsewhere the place of what has none in the new schema
   */
  public static MigrationScript between(Catalog from, Catalog to, Place elsewhere) {
    return new PrismaDiff(from, to, elsewhere).write();
  }

  private static List<Table> tables(Catalog catalog) {
    return catalog.tables().values().stream()
        .filter(t -> t.isKnown() && !t.kind().isView() && !TableLowering.isRepeated(t))
        .sorted(Order.by(t -> t.id().value())).toList();
  }

  private MigrationScript write() {
    EnumDiff enums = new EnumDiff(from, to, kept);
    createNamespaces();
    enums.created().forEach(e -> out.step("CreateEnum", EnumDiff.create(e, ""), e.origin().place()));
    enums.alter(out);
    dropForeignKeys();
    kept.forEach(table -> new IndexDiff(table).dropped().forEach(index -> dropIndex(table, index)));
    kept.forEach(table -> new TableAlteration(table, out).write());
    dropped.forEach(table -> out.step("DropTable", "DROP TABLE " + name(table), neighbors.of(table)));
    enums.dropped().forEach(e -> dropEnum(e));
    created.forEach(this::createTable);
    created.forEach(table -> IndexDiff.of(to, table).forEach(index -> createIndex(table, index)));
    kept.forEach(table -> new IndexDiff(table).created().forEach(index -> createIndex(table.after(), index)));
    kept.forEach(this::renameForeignKeys);
    addForeignKeys();
    kept.forEach(this::renameIndexes);
    return out.finish();
  }

  private void createNamespaces() {
    to.schemas().stream().filter(s -> !from.schemas().contains(s)).sorted().forEach(s -> out.step("CreateSchema",
        "CREATE SCHEMA IF NOT EXISTS " + SqlLiterals.name(s), neighbors.elsewhere()));
    to.extensions().stream().filter(e -> !from.extensions().contains(e)).sorted().forEach(
        e -> out.step("CreateExtension", "CREATE EXTENSION IF NOT EXISTS " + SqlLiterals.name(e),
            neighbors.elsewhere()));
  }

  private void dropForeignKeys() {
    for (Table table : tables(from)) {
      List<ForeignKey> gone = pair(table).map(pair -> new ForeignKeyDiff(pair).dropped())
          .orElseGet(() -> ForeignKeyDiff.of(table));
      gone.forEach(key -> out.step("DropForeignKey", "ALTER TABLE " + name(table) + " DROP CONSTRAINT "
          + SqlLiterals.name(key.name()), gone(table, key)));
    }
  }

  /** A key that is gone stood at its column, and at its model where that is gone too. */
  private Place gone(Table table, ForeignKey key) {
    return pair(table).map(pair -> table.names(key.columns()).stream()
        .flatMap(c -> pair.after().column(c).stream()).findFirst().map(c -> c.origin().place())
        .orElseGet(pair::place)).orElseGet(() -> neighbors.of(table));
  }

  private Optional<TablePair> pair(Table table) {
    return Optional.ofNullable(byOld.get(table.id()));
  }

  private void dropIndex(TablePair table, Index index) {
    out.step("DropIndex", "DROP INDEX " + SqlTypes.name(index.schema(), index.name()), table.place());
  }

  private void dropEnum(UserType type) {
    out.step("DropEnum", "DROP TYPE " + EnumDiff.sql(type), neighbors.of(type));
  }

  private void createTable(Table table) {
    List<Piece> parts = new ArrayList<>();
    for (Column column : table.columns()) {
      parts.add(new Piece(TablePair.definition(to, table, column), column.origin().place()));
    }
    table.primaryKey().ifPresent(key -> parts.add(new Piece("CONSTRAINT " + SqlLiterals.name(key.name())
        + " PRIMARY KEY (" + ForeignKeyDiff.list(table.names(key.columns())).replace(", ", ",") + ")",
        key.origin().place())));
    out.heading("CreateTable");
    out.create(name(table), parts, table.origin().place());
  }

  private void createIndex(Table table, Index index) {
    out.step("CreateIndex", IndexDiff.create(table, index), index.origin().place());
  }

  private void renameForeignKeys(TablePair table) {
    new ForeignKeyDiff(table).renamed().forEach(renamed -> out.step("RenameForeignKey", "ALTER TABLE " + table.name()
        + " RENAME CONSTRAINT " + SqlLiterals.name(renamed.before().name()) + " TO "
        + SqlLiterals.name(renamed.after().name()), renamed.after().origin().place()));
  }

  private void addForeignKeys() {
    for (Table table : tables(to)) {
      List<ForeignKey> keys = Optional.ofNullable(byNew.get(table.id())).map(pair -> new ForeignKeyDiff(pair).created())
          .orElseGet(() -> ForeignKeyDiff.of(table));
      for (ForeignKey key : keys) {
        out.heading("AddForeignKey");
        Place cause = key.origin().place();
        out.alter(name(table), List.of(new Piece(ForeignKeyDiff.add(to, table, key), cause)), cause);
      }
    }
  }

  private void renameIndexes(TablePair table) {
    new IndexDiff(table).renamed().forEach(renamed -> out.step("RenameIndex", "ALTER INDEX "
        + SqlTypes.name(renamed.before().schema(), renamed.before().name()) + " RENAME TO "
        + SqlLiterals.name(renamed.after().name()), renamed.after().origin().place()));
  }

  private static String name(Table table) {
    return SqlTypes.name(table.schema(), table.name());
  }
}
