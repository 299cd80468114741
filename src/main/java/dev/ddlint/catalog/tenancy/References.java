package dev.ddlint.catalog.tenancy;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.ObjectId;
import dev.ddlint.catalog.Table;
import dev.ddlint.ir.ReferentialAction;
import dev.ddlint.text.Order;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which table leads to which: by foreign keys, and, for projects that declare none, by columns named {@code <table>Id}
 * and typed like that table's primary key.
 */
final class References {
  private final Catalog catalog;
  private final List<Table> tables;
  private final Map<ObjectId, List<Edge>> declared = new HashMap<>();
  private final Map<ObjectId, List<Edge>> from = new HashMap<>();
  private final Map<ObjectId, List<Edge>> to = new HashMap<>();

  /**
   * @param declared whether a foreign key says so, not just a name
   * @param cascades whether the rows go with those that they lead to
   */
  record Edge(Table from, Table to, List<Column> columns, boolean declared, boolean cascades) {

    /** Whether each row leads there. */
    boolean required() {
      return columns.stream().allMatch(Column::notNull);
    }

    boolean leadsElsewhere() {
      return !from.id().equals(to.id());
    }

    String columnNames() {
      return String.join(", ", columns.stream().map(column -> "`" + column.name() + "`").toList());
    }
  }

  private References(Catalog catalog) {
    this.catalog = catalog;
    this.tables = catalog.tables().values().stream().filter(References::isReal)
        .sorted(Order.by(table -> table.id().value())).toList();
  }

  static References of(Catalog catalog) {
    References references = new References(catalog);
    NamedTables named = new NamedTables(references.tables);
    for (Table table : references.tables) {
      Set<Integer> declared = references.addForeignKeys(table);
      for (Column column : table.columns()) {
        if (!declared.contains(column.number())) {
          named.meantBy(column, table).ifPresent(
              target -> references.add(new Edge(table, target, List.of(column), false, false)));
        }
      }
    }
    return references;
  }

  /** Partitions follow their parent. */
  private static boolean isReal(Table table) {
    return table.isKnown() && !table.kind().isView() && !table.isTemporary() && table.kind() != Table.Kind.PARTITION;
  }

  private Set<Integer> addForeignKeys(Table table) {
    Set<Integer> columns = new HashSet<>();
    for (ForeignKey key : table.constraints(ForeignKey.class)) {
      columns.addAll(key.columns());
      catalog.table(key.target()).ifPresent(target -> add(new Edge(table, whole(target),
          key.columns().stream().flatMap(number -> table.column(number).stream()).toList(), true,
          key.onDelete() == ReferentialAction.CASCADE)));
    }
    return columns;
  }

  /** The table that a partition is a part of. */
  private Table whole(Table table) {
    return table.kind() == Table.Kind.PARTITION && !table.parents().isEmpty()
        ? catalog.table(table.parents().get(0)).map(this::whole).orElse(table)
        : table;
  }

  private void add(Edge edge) {
    if (edge.declared()) {
      declared.computeIfAbsent(edge.from().id(), id -> new ArrayList<>()).add(edge);
    }
    if (edge.leadsElsewhere()) {
      from.computeIfAbsent(edge.from().id(), id -> new ArrayList<>()).add(edge);
      to.computeIfAbsent(edge.to().id(), id -> new ArrayList<>()).add(edge);
    }
  }

  Catalog catalog() {
    return catalog;
  }

  /** The tables that hold rows of their own, in the order in which they were made. */
  List<Table> tables() {
    return tables;
  }

  /** What leads out of a table to others. */
  List<Edge> from(Table table) {
    return from.getOrDefault(table.id(), List.of());
  }

  /** What leads to a table from others. */
  List<Edge> to(Table table) {
    return to.getOrDefault(table.id(), List.of());
  }

  /** The table that a foreign key on the column leads to, where one does. */
  Optional<Table> declaredTarget(Table table, Column column) {
    return declared.getOrDefault(table.id(), List.of()).stream()
        .filter(edge -> edge.columns().equals(List.of(column))).map(Edge::to).findFirst();
  }

  /** The number of tables from which required foreign keys lead to this one, over any number of steps. */
  int reach(Table table) {
    Set<ObjectId> reached = new HashSet<>();
    Deque<Table> open = new ArrayDeque<>(List.of(table));
    while (!open.isEmpty()) {
      to(open.pop()).stream().filter(edge -> edge.required() && reached.add(edge.from().id()))
          .forEach(edge -> open.push(edge.from()));
    }
    return reached.size();
  }

  /** Whether no foreign key leads out of the table or to it. */
  boolean isIsland(Table table) {
    return from(table).stream().noneMatch(Edge::declared) && to(table).stream().noneMatch(Edge::declared);
  }
}
