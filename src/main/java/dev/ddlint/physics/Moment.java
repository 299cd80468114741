package dev.ddlint.physics;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.ObjectId;
import dev.ddlint.catalog.State;
import dev.ddlint.catalog.Table;
import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.CreateSchema;
import dev.ddlint.ir.DataStatement;
import dev.ddlint.ir.DoBlock;
import dev.ddlint.ir.LockTable;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.Truncate;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A statement about to run: what the server and the database are at that moment.
 *
 * @param timeZone the session's zone where the statements before do not set one
 */
record Moment(State before, Statement statement, int version, Optional<String> timeZone) {
  private static final int CONSTRAINT_LOCKS_HEIRS_SINCE = 18;

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

  Optional<Table> tableOfIndex(ObjectName name) {
    return (name.schema().isPresent()
        ? catalog().relation(name.schema().get(), name.name())
        : before.session().searchPath().stream().flatMap(s -> catalog().relation(s, name.name()).stream()).findFirst())
        .flatMap(catalog()::index).flatMap(index -> table(index.table()));
  }

  /** The table and, unless the statement says ONLY, all its partitions and heirs. */
  List<Table> family(Table table) {
    return isOnly() ? List.of(table) : descendants(table);
  }

  /** Since PostgreSQL 18 heirs are locked for any constraint of their parent, before only for one that they get too. */
  List<Table> familyOfConstraint(Table table) {
    return version >= CONSTRAINT_LOCKS_HEIRS_SINCE ? family(table) : isOnly() ? List.of(table) : wholeFamily(table);
  }

  private boolean isOnly() {
    return switch (statement) {
      case AlterTable alter -> alter.only();
      case Truncate truncate -> truncate.only();
      case LockTable lock -> lock.only();
      case DataStatement data -> Words.of(data.text().text()).stream().limit(3).anyMatch(word -> word.is("only"));
      default -> false;
    };
  }

  /** The table, its partitions and the tables that inherit from it, on all levels. */
  List<Table> descendants(Table table) {
    return reachable(table, catalog()::heirs);
  }

  /** The table and all its partitions. */
  List<Table> wholeFamily(Table table) {
    return reachable(table, this::partitions);
  }

  private static List<Table> reachable(Table table, Function<Table, List<Table>> next) {
    List<Table> family = new ArrayList<>();
    family.add(table);
    for (int i = 0; i < family.size(); i++) {
      next.apply(family.get(i)).stream().filter(part -> !family.contains(part)).forEach(family::add);
    }
    return family;
  }

  /** Those that hold the rows that the statement means; the table itself when none of its partitions is known. */
  List<Table> storageOf(Table table) {
    return stored(table, isAboutHeirs() ? family(table) : wholeFamily(table));
  }

  /** Those that hold the rows of a table alone, heirs left out. */
  List<Table> partsOf(Table table) {
    return stored(table, wholeFamily(table));
  }

  private static List<Table> stored(Table table, List<Table> family) {
    List<Table> stored = family.stream().filter(part -> !isPartitioned(part)).toList();
    return stored.isEmpty() ? List.of(table) : stored;
  }

  /** Indexes, triggers and maintenance know no heirs (manual, section 5.11). */
  private boolean isAboutHeirs() {
    return switch (statement) {
      case AlterTable alter -> true;
      case DataStatement data -> true;
      case Truncate truncate -> true;
      case LockTable lock -> true;
      default -> false;
    };
  }

  List<Table> partitions(Table table) {
    return isPartitioned(table) ? catalog().heirs(table) : List.of();
  }

  static boolean isPartitioned(Table table) {
    return table.kind() == Table.Kind.PARTITIONED || table.partitionKey().isPresent();
  }

  /** Whether the statement itself adds the column: all rows get one value. */
  boolean isNew(Table table, Column column) {
    return catalog().table(table.id()).filter(t -> t.column(column.number()).isEmpty()).isPresent();
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
