package dev.ddlint.physics;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Origin;
import dev.ddlint.catalog.Policy;
import dev.ddlint.catalog.State;
import dev.ddlint.catalog.Table;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.parse.ColumnsRead;
import dev.ddlint.parse.ExpressionNames;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What keeps a column as it is: while a view, a policy or a generated column uses it, the server refuses
 * another type (0A000) and, without CASCADE, to drop it (2BP01).
 */
public final class ColumnUsers {
  private final State state;
  private final Table table;
  private final Column column;
  private final List<User> users = new ArrayList<>();

  /** @param kind as prose writes it: {@code view}; {@code name} is unquoted */
  public record User(String kind, String name, Origin origin) {

    @Override
    public String toString() {
      return kind + " " + name;
    }
  }

  private ColumnUsers(State state, Table table, Column column) {
    this.state = state;
    this.table = table;
    this.column = column;
  }

  /** The users that the history knows; a table or view that is uncertain has none for sure. */
  public static List<User> of(Table table, Column column, State state) {
    ColumnUsers users = new ColumnUsers(state, table, column);
    if (!state.catalog().isUncertain(table)) {
      users.views();
      users.policies();
      users.generated();
    }
    return List.copyOf(users.users);
  }

  private void views() {
    for (Table view : state.catalog().readersOf(table)) {
      boolean reads = !state.catalog().isUncertain(view)
          && view.query().filter(query -> reads(ColumnsRead.ofQuery(query), view)).isPresent();
      if (reads) {
        String kind = view.kind() == Table.Kind.VIEW ? "view" : "materialized view";
        users.add(new User(kind, view.displayName(), view.origin()));
      }
    }
  }

  private boolean reads(List<ColumnsRead.Read> columns, Table view) {
    boolean youngest = column.origin().migration() > view.origin().migration();
    return columns.stream().anyMatch(read -> read.column().equals(ColumnsRead.ALL)
        ? !youngest && read.levels().stream().flatMap(List::stream).anyMatch(this::isTable)
        : read.column().equals(column.name()) && resolves(read));
  }

  /** The nearest level that has a relation with the column decides. */
  private boolean resolves(ColumnsRead.Read read) {
    for (List<ObjectName> level : read.levels()) {
      Optional<Table> owner = level.stream().flatMap(name -> find(name).stream())
          .filter(relation -> relation.column(read.column()).isPresent()).findFirst();
      if (owner.isPresent()) {
        return owner.get().id().equals(table.id());
      }
    }
    return false;
  }

  private boolean isTable(ObjectName name) {
    return find(name).filter(found -> found.id().equals(table.id())).isPresent();
  }

  private Optional<Table> find(ObjectName name) {
    if (name.schema().isPresent()) {
      return state.catalog().table(name.schema().get(), name.name());
    }
    List<String> schemas = new ArrayList<>(state.session().searchPath());
    schemas.add(table.schema());
    return schemas.stream().flatMap(schema -> state.catalog().table(schema, name.name()).stream()).findFirst();
  }

  private void policies() {
    ObjectName name = new ObjectName(Optional.of(table.schema()), table.name(), Span.NONE);
    for (Policy policy : table.policies()) {
      boolean reads = condition(policy.using(), name) || condition(policy.withCheck(), name);
      if (reads) {
        users.add(new User("policy", policy.name() + " of " + table.displayName(), policy.origin()));
      }
    }
  }

  private boolean condition(Optional<Expression> condition, ObjectName name) {
    return condition.filter(c -> ColumnsRead.ofCondition(c, name).stream()
        .anyMatch(read -> read.column().equals(column.name()) && resolves(read))).isPresent();
  }

  private void generated() {
    for (Column other : table.columns()) {
      boolean generated = other.generation() == Column.Generation.STORED
          || other.generation() == Column.Generation.VIRTUAL;
      if (generated && other.number() != column.number() && other.defaultValue()
          .filter(value -> ExpressionNames.columns(value).contains(column.name())).isPresent()) {
        users.add(new User("generated column", other.name(), other.origin()));
      }
    }
  }
}
