package dev.ddlint.catalog;

import dev.ddlint.ir.Expression;
import dev.ddlint.ir.Persistence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A table, or a relation that can be used like one.
 *
 * @param knowledge how much of it the history tells
 * @param columns in the order of the table
 * @param nextColumn the number that the next column gets
 * @param indexes the indexes on it, constraints' ones included
 * @param parents the tables that it inherits from or is a partition of
 * @param securityInvoker whether a view reads with the rights of who asks, not of its owner
 * @param distribution how Citus spreads it
 * @param query a view's
 * @param partitionKey how it is partitioned, as written
 */
public record Table(ObjectId id, String schema, String name, Kind kind, Persistence persistence, Knowledge knowledge,
    List<Column> columns, int nextColumn, List<Constraint> constraints, List<ObjectId> indexes, List<ObjectId> parents,
    List<Policy> policies, List<Trigger> triggers, boolean rowSecurity, boolean rowSecurityForced,
    boolean securityInvoker, Optional<Distribution> distribution, Optional<Expression> query,
    Optional<Expression> partitionKey, Origin origin) {

  /** What kind of relation it is. */
  public enum Kind {
    ORDINARY, PARTITIONED, PARTITION, FOREIGN, VIEW, MATERIALIZED_VIEW;

    public boolean isView() {
      return this == VIEW || this == MATERIALIZED_VIEW;
    }
  }

  /** How much of a table the history tells. */
  public enum Knowledge {
    /** All of it. */
    COMPLETE,
    /** It was made here, but its columns come from a query or a table that is not known. */
    COLUMNS_UNKNOWN,
    /** It is only mentioned: it was there before the history began. */
    MENTIONED
  }

  /** @param column by which the rows are spread; empty for a reference table, which each server holds whole */
  public record Distribution(Optional<String> column) {}

  /** Whether the history holds the statement that made it. */
  public boolean isKnown() {
    return knowledge != Knowledge.MENTIONED;
  }

  /** Whether a column that is not listed does not exist. */
  public boolean isComplete() {
    return knowledge == Knowledge.COMPLETE;
  }

  public boolean isTemporary() {
    return persistence == Persistence.TEMPORARY;
  }

  public Optional<Column> column(String column) {
    for (Column candidate : columns) {
      if (candidate.name().equals(column)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  public Optional<Column> column(int number) {
    for (Column candidate : columns) {
      if (candidate.number() == number) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** The names of columns given by number; a number that is gone shows as {@code ?}. */
  public List<String> names(List<Integer> numbers) {
    return numbers.stream().map(number -> column(number).map(Column::name).orElse("?")).toList();
  }

  /** The numbers of columns given by name; a name that is no column's is left out. */
  List<Integer> numbers(List<String> names) {
    return names.stream().flatMap(name -> column(name).stream()).map(Column::number).toList();
  }

  public <C extends Constraint> List<C> constraints(Class<C> kind) {
    return constraints.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  public Optional<Constraint> constraint(String constraint) {
    return constraints.stream().filter(c -> c.name().equals(constraint)).findFirst();
  }

  public Optional<Constraint.Key> primaryKey() {
    return constraints(Constraint.Key.class).stream().filter(Constraint.Key::primary).findFirst();
  }

  /** Without the schema where it is the usual one. */
  public String displayName() {
    return schema.equals("public") ? name : schema + "." + name;
  }

  Table withColumns(List<Column> other, int next) {
    return new Table(id, schema, name, kind, persistence, knowledge, List.copyOf(other), next, constraints, indexes,
        parents, policies, triggers, rowSecurity, rowSecurityForced, securityInvoker, distribution, query, partitionKey,
        origin);
  }

  Table withColumn(int number, UnaryOperator<Column> change) {
    List<Column> changed = new ArrayList<>(columns);
    changed.replaceAll(c -> c.number() == number ? change.apply(c) : c);
    return withColumns(changed, nextColumn);
  }

  Table withConstraints(List<Constraint> other) {
    return new Table(id, schema, name, kind, persistence, knowledge, columns, nextColumn, List.copyOf(other), indexes,
        parents, policies, triggers, rowSecurity, rowSecurityForced, securityInvoker, distribution, query, partitionKey,
        origin);
  }

  Table withIndexes(List<ObjectId> other) {
    return new Table(id, schema, name, kind, persistence, knowledge, columns, nextColumn, constraints,
        List.copyOf(other), parents, policies, triggers, rowSecurity, rowSecurityForced, securityInvoker, distribution,
        query, partitionKey, origin);
  }

  Table withName(String otherSchema, String otherName) {
    return new Table(id, otherSchema, otherName, kind, persistence, knowledge, columns, nextColumn, constraints,
        indexes,
        parents, policies, triggers, rowSecurity, rowSecurityForced, securityInvoker, distribution, query, partitionKey,
        origin);
  }

  Table withParents(Kind otherKind, List<ObjectId> other) {
    return new Table(id, schema, name, otherKind, persistence, knowledge, columns, nextColumn, constraints, indexes,
        List.copyOf(other), policies, triggers, rowSecurity, rowSecurityForced, securityInvoker, distribution, query,
        partitionKey, origin);
  }

  Table withPolicies(List<Policy> other) {
    return new Table(id, schema, name, kind, persistence, knowledge, columns, nextColumn, constraints, indexes, parents,
        List.copyOf(other), triggers, rowSecurity, rowSecurityForced, securityInvoker, distribution, query,
        partitionKey, origin);
  }

  Table withTriggers(List<Trigger> other) {
    return new Table(id, schema, name, kind, persistence, knowledge, columns, nextColumn, constraints, indexes, parents,
        policies, List.copyOf(other), rowSecurity, rowSecurityForced, securityInvoker, distribution, query,
        partitionKey, origin);
  }

  Table withRowSecurity(boolean enabled, boolean forced) {
    return new Table(id, schema, name, kind, persistence, knowledge, columns, nextColumn, constraints, indexes, parents,
        policies, triggers, enabled, forced, securityInvoker, distribution, query, partitionKey, origin);
  }

  Table withQuery(Optional<Expression> other) {
    return new Table(id, schema, name, kind, persistence, knowledge, columns, nextColumn, constraints, indexes, parents,
        policies, triggers, rowSecurity, rowSecurityForced, securityInvoker, distribution, other, partitionKey, origin);
  }

  Table withPersistence(Persistence other) {
    return new Table(id, schema, name, kind, other, knowledge, columns, nextColumn, constraints, indexes, parents,
        policies, triggers, rowSecurity, rowSecurityForced, securityInvoker, distribution, query, partitionKey, origin);
  }

  Table withSecurityInvoker(boolean other) {
    return new Table(id, schema, name, kind, persistence, knowledge, columns, nextColumn, constraints, indexes, parents,
        policies, triggers, rowSecurity, rowSecurityForced, other, distribution, query, partitionKey, origin);
  }

  Table withDistribution(Optional<Distribution> other) {
    return new Table(id, schema, name, kind, persistence, knowledge, columns, nextColumn, constraints, indexes, parents,
        policies, triggers, rowSecurity, rowSecurityForced, securityInvoker, other, query, partitionKey, origin);
  }
}
