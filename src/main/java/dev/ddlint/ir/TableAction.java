package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** One action of ALTER TABLE; its span is the clause between the commas. */
public sealed interface TableAction {

  Span span();

  record AddColumn(ColumnDefinition column, boolean ifNotExists, Span span) implements TableAction {}

  record DropColumn(Identifier column, boolean ifExists, boolean cascade, Span span) implements TableAction {}

  record ChangeType(Identifier column, TypeName type, Optional<String> collation, Optional<Expression> using,
      Span span) implements TableAction {}

  record SetDefault(Identifier column, Expression value, Span span) implements TableAction {}

  record DropDefault(Identifier column, Span span) implements TableAction {}

  record SetNotNull(Identifier column, Span span) implements TableAction {}

  record DropNotNull(Identifier column, Span span) implements TableAction {}

  record AddIdentity(Identifier column, boolean always, List<SequenceOption> options,
      Span span) implements TableAction {}

  /** SET GENERATED, SET START and the like. */
  record SetIdentity(Identifier column, Optional<Boolean> always, Span span) implements TableAction {}

  record DropIdentity(Identifier column, boolean ifExists, Span span) implements TableAction {}

  record SetExpression(Identifier column, Expression value, Span span) implements TableAction {}

  record DropExpression(Identifier column, boolean ifExists, Span span) implements TableAction {}

  /** @param setting {@code STATISTICS}, {@code STORAGE}, {@code COMPRESSION} or {@code OPTIONS} */
  record SetColumnSetting(Identifier column, String setting, String value, Span span) implements TableAction {}

  record AddConstraint(TableConstraint constraint, Span span) implements TableAction {}

  record DropConstraint(Identifier constraint, boolean ifExists, boolean cascade, Span span) implements TableAction {}

  record ValidateConstraint(Identifier constraint, Span span) implements TableAction {}

  record AlterConstraint(Identifier constraint, Optional<Deferral> deferral, Optional<Boolean> enforced,
      Span span) implements TableAction {}

  /** @param bound {@code FOR VALUES ...} or {@code DEFAULT}; empty for ALTER INDEX ... ATTACH PARTITION */
  record AttachPartition(ObjectName partition, Optional<Expression> bound, Span span) implements TableAction {}

  record DetachPartition(ObjectName partition, boolean concurrently, boolean finish,
      Span span) implements TableAction {}

  /** @param what ENABLE or DISABLE, FORCE or NO FORCE */
  record RowSecurity(Switch what, Span span) implements TableAction {
    public enum Switch {
      ENABLE, DISABLE, FORCE, NO_FORCE
    }
  }

  /** @param mode {@code ENABLE}, {@code ENABLE ALWAYS}, {@code ENABLE REPLICA} or {@code DISABLE} */
  record SwitchTrigger(boolean rule, String mode, String trigger, Span span) implements TableAction {
    public boolean disables() {
      return mode.equals("DISABLE");
    }

    public boolean all() {
      return trigger.equals("ALL") || trigger.equals("USER");
    }
  }

  record Inherit(ObjectName parent, boolean no, Span span) implements TableAction {}

  record OfType(Optional<ObjectName> type, Span span) implements TableAction {}

  record OwnerTo(String role, Span span) implements TableAction {}

  record SetOptions(boolean reset, List<StorageOption> options, Span span) implements TableAction {}

  record SetLogged(boolean logged, Span span) implements TableAction {}

  record SetTablespace(String tablespace, Span span) implements TableAction {}

  record SetAccessMethod(String method, Span span) implements TableAction {}

  /** @param index empty for SET WITHOUT CLUSTER */
  record ClusterOn(Optional<Identifier> index, Span span) implements TableAction {}

  /** @param identity {@code FULL}, {@code NOTHING}, {@code DEFAULT} or {@code INDEX name} */
  record ReplicaIdentity(String identity, Span span) implements TableAction {}
}
