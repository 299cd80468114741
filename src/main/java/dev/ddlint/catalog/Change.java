package dev.ddlint.catalog;

import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.DataStatement;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.Maintenance;
import dev.ddlint.ir.Privileges;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * What a statement did to the catalog. Tables are given as they were before the change; the span is the clause that
 * made it.
 */
public sealed interface Change {

  Span span();

  /** A change to a table. */
  sealed interface OfTable extends Change {
    Table table();
  }

  /** How something came to a table. */
  enum Form {
    CREATE_TABLE, ADD_COLUMN, ADD_CONSTRAINT
  }

  record TableCreated(Table table, Optional<CreateTable> statement, Span span) implements OfTable {}

  /** @param dependents constraints and views elsewhere that went with it */
  record TableDropped(Table table, boolean cascade, List<String> dependents, Span span) implements OfTable {}

  record TableRenamed(Table table, String schema, String name, Span span) implements OfTable {}

  /** @param clause as written; {@code column} is what became of it */
  record ColumnAdded(Table table, Column column, Optional<TableAction.AddColumn> clause,
      Span span) implements OfTable {}

  /** @param column empty where the table's columns are not known; {@code dependents} names what went with it */
  record ColumnDropped(Table table, String name, Optional<Column> column, boolean cascade, List<String> dependents,
      Span span) implements OfTable {}

  record ColumnRenamed(Table table, String from, Identifier to, Span span) implements OfTable {}

  /** @param from empty where the old type is not known */
  record TypeChanged(Table table, String name, Optional<Column> column, Optional<DataType> from, DataType to,
      Optional<String> collation, Optional<Expression> using, Span span) implements OfTable {}

  record NotNullSet(Table table, String name, Optional<Column> column, Span span) implements OfTable {}

  record NotNullDropped(Table table, String name, Optional<Column> column, Span span) implements OfTable {}

  record DefaultSet(Table table, String name, Optional<Column> column, Expression value,
      Span span) implements OfTable {}

  record DefaultDropped(Table table, String name, Optional<Column> column, Span span) implements OfTable {}

  record IdentityChanged(Table table, String name, Optional<Column> column, boolean present,
      Span span) implements OfTable {}

  record ExpressionChanged(Table table, String name, Optional<Column> column, boolean present,
      Span span) implements OfTable {}

  /** A primary key or unique constraint was added. */
  record KeyAdded(Table table, Constraint.Key key, Form form, boolean usingIndex,
      Optional<TableConstraint.Unique> clause, Span span) implements OfTable {}

  record ForeignKeyAdded(Table table, Constraint.ForeignKey key, Table target, Form form,
      Optional<TableConstraint.ForeignKey> clause, Span span) implements OfTable {}

  record CheckAdded(Table table, Constraint.Check check, Form form, Span span) implements OfTable {}

  record ExclusionAdded(Table table, Constraint.Exclusion exclusion, Form form, Span span) implements OfTable {}

  /** A NOT NULL constraint was added without looking at the rows (PostgreSQL 18). */
  record NotNullConstraintAdded(Table table, Constraint.NotNull constraint, Span span) implements OfTable {}

  record ConstraintValidated(Table table, String name, Optional<Constraint> constraint, Span span) implements OfTable {}

  record ConstraintDropped(Table table, String name, Optional<Constraint> constraint, boolean cascade,
      List<String> dependents, Span span) implements OfTable {}

  record IndexBuilt(Table table, Index index, CreateIndex statement, Span span) implements OfTable {}

  /** @param table empty where the history does not tell what the index is on */
  record IndexDropped(String name, Optional<Index> index, Optional<Table> table, boolean concurrently, boolean cascade,
      Span span) implements Change {}

  record PartitionAttached(Table table, Table partition, Span span) implements OfTable {}

  record PartitionDetached(Table table, Table partition, boolean concurrently, Span span) implements OfTable {}

  record RowSecurityChanged(Table table, TableAction.RowSecurity.Switch what, Span span) implements OfTable {}

  record PolicyCreated(Table table, Policy policy, Span span) implements OfTable {}

  record PolicyDropped(Table table, String name, Span span) implements OfTable {}

  record TriggerCreated(Table table, Trigger trigger, Span span) implements OfTable {}

  record TriggerDropped(Table table, String name, Span span) implements OfTable {}

  /** An action of ALTER TABLE that changes no structure: storage, owner, statistics, trigger switches ... */
  record TableSettingChanged(Table table, AlterTable statement, TableAction action, Span span) implements OfTable {}

  /** CLUSTER, VACUUM, ANALYZE or REINDEX of a table, or of an index on it. */
  record TableMaintained(Table table, Maintenance statement, Span span) implements OfTable {}

  record TableTruncated(Table table, boolean cascade, Span span) implements OfTable {}

  record TableLocked(Table table, String mode, Span span) implements OfTable {}

  record RowsWritten(Table table, DataStatement statement, Span span) implements OfTable {}

  record MaterializedViewRefreshed(Table table, boolean concurrently, boolean withData, Span span) implements OfTable {}

  record PrivilegesChanged(Privileges statement, Optional<Table> table, Span span) implements Change {}

  record TypeCreated(UserType type, Span span) implements Change {}

  record TypeDropped(String name, Optional<UserType> type, boolean cascade, Span span) implements Change {}

  record EnumValueAdded(String type, Optional<UserType> enumeration, String value, Span span) implements Change {}

  record EnumValueRenamed(String type, Optional<UserType> enumeration, String from, String to,
      Span span) implements Change {}

  record TypeRenamed(UserType type, String name, Span span) implements Change {}

  record DomainChanged(String name, Optional<UserType> domain, dev.ddlint.ir.AlterDomain statement,
      Span span) implements Change {}

  record SequenceCreated(Sequence sequence, Span span) implements Change {}

  record FunctionCreated(Function function, boolean replaced, Span span) implements Change {}

  /** An object that the fold follows by name only went away: a function, schema, sequence, extension ... */
  record ObjectDropped(dev.ddlint.ir.ObjectKind kind, String name, boolean cascade, Span span) implements Change {}

  record ObjectRenamed(dev.ddlint.ir.ObjectKind kind, String from, String to, Span span) implements Change {}
}
