package dev.ddlint.physics;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.ObjectId;
import dev.ddlint.catalog.State;
import dev.ddlint.catalog.Table;
import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.CreateSchema;
import dev.ddlint.ir.DoBlock;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.TableAction;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A statement about to run: what the server and the database are at that moment.
 *
 * @param timeZone the session's zone where the statements before do not set one
 */
record Moment(State before, Statement statement, int version, Optional<String> timeZone) {

  /** The same moment, seen from a statement inside a block. */
  Moment inside(Statement embedded) {
    return new Moment(before, embedded, version, timeZone);
  }

  /** The same moment, seen from the statement that a clause stands in: a block holds others. */
  Moment inside(Span clause) {
    return switch (statement) {
      case DoBlock block -> inside(block.statements().stream().map(DoBlock.Embedded::statement), clause);
      case CreateSchema schema -> inside(schema.elements().stream(), clause);
      default -> this;
    };
  }

  private Moment inside(Stream<Statement> statements, Span clause) {
    return statements.filter(s -> s.span().contains(clause)).findFirst().map(this::inside).orElse(this);
  }

  Catalog catalog() {
    return before.catalog();
  }

  /** Whether the relation was there before the statement: nobody can wait for one that was not. */
  boolean existed(Table table) {
    return !table.isKnown() || catalog().table(table.id()).isPresent();
  }

  /** A relation by id; one that the history only mentions may be missing. */
  Optional<Table> table(ObjectId id) {
    return catalog().table(id);
  }

  /** The indexes that were on the table before the statement. */
  List<Index> indexesOf(Table table) {
    return table.indexes().stream().flatMap(id -> catalog().index(id).stream()).toList();
  }

  /** Resolves a name as the server would, without temporary tables and functions. */
  Optional<Table> resolve(ObjectName name) {
    if (name.schema().isPresent()) {
      return catalog().table(name.schema().get(), name.name());
    }
    return before.session().searchPath().stream().flatMap(schema -> catalog().table(schema, name.name()).stream())
        .findFirst();
  }

  /** The table and, unless the statement says ONLY, all its partitions. */
  List<Table> family(Table table) {
    boolean only = statement instanceof AlterTable alter && alter.only();
    return only ? List.of(table) : wholeFamily(table);
  }

  /** The table and all its partitions. */
  List<Table> wholeFamily(Table table) {
    List<Table> family = new ArrayList<>();
    family.add(table);
    for (int i = 0; i < family.size(); i++) {
      partitions(family.get(i)).stream().filter(part -> !family.contains(part)).forEach(family::add);
    }
    return family;
  }

  /** Those of the family that hold rows; the table itself when none of its partitions is known. */
  List<Table> storageOf(Table table) {
    if (!isPartitioned(table)) {
      return List.of(table);
    }
    List<Table> stored = family(table).stream().filter(part -> !isPartitioned(part)).toList();
    return stored.isEmpty() ? List.of(table) : stored;
  }

  /** Only partitioned tables are looked at: the catalog has no index of children, and inheritance is rare. */
  List<Table> partitions(Table table) {
    if (!isPartitioned(table)) {
      return List.of();
    }
    return catalog().tables().values().stream().filter(other -> other.parents().contains(table.id()))
        .sorted((a, b) -> Integer.compare(a.id().value(), b.id().value())).toList();
  }

  static boolean isPartitioned(Table table) {
    return table.kind() == Table.Kind.PARTITIONED || table.partitionKey().isPresent();
  }

  /** Whether what the history tells of the table's parts can be relied on. */
  boolean isSure(Table table) {
    return table.isComplete() && !catalog().isUncertain(table);
  }

  /** The column that the statement defines around a clause. */
  Optional<ColumnDefinition> definitionAt(Span clause) {
    return statement instanceof AlterTable alter
        ? alter.actions().stream().filter(action -> action instanceof TableAction.AddColumn)
            .map(action -> ((TableAction.AddColumn) action).column())
            .filter(column -> column.span().contains(clause)).findFirst()
        : Optional.empty();
  }

  /** The session's time zone, where something tells it. */
  Optional<String> sessionTimeZone() {
    return before.session().setting("timezone").or(this::timeZone);
  }
}
