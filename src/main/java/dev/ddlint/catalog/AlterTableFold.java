package dev.ddlint.catalog;

import dev.ddlint.catalog.Change.Form;
import dev.ddlint.catalog.Column.Generation;
import dev.ddlint.catalog.ConstraintClauses.Clause;
import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.Persistence;
import dev.ddlint.ir.TableAction;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Applies the actions of ALTER TABLE, one after another, to the table and to its partitions. */
final class AlterTableFold {
  private final Draft draft;
  private final AlterTable statement;
  private final boolean only;

  AlterTableFold(Draft draft, AlterTable statement) {
    this.draft = draft;
    this.statement = statement;
    this.only = statement.only();
  }

  void alter() {
    switch (statement.kind()) {
      case INDEX -> alterIndex();
      case SEQUENCE, TYPE -> {
      }
      default -> {
        Table named = draft.tableOrMentioned(statement.name());
        if (isRefused(named)) {
          return;
        }
        ObjectId id = named.id();
        for (TableAction action : ActionOrder.of(statement.actions())) {
          if (draft.catalog().table(id).isPresent()) {
            apply(id, action);
          }
        }
      }
    }
  }

  /** The server refuses all actions where one of them adds a column that is there, or a key that repeats a column. */
  private boolean isRefused(Table table) {
    return repeatsColumn()
        || statement.actions().size() > 1 && table.isComplete()
            && (draft.isConditional() || !draft.catalog().isUncertain(table))
            && statement.actions().stream().anyMatch(action -> action instanceof TableAction.AddColumn add
                && !add.ifNotExists() && table.column(add.column().name().name()).isPresent()
                && !isDropped(add.column()));
  }

  private boolean repeatsColumn() {
    return statement.actions().stream().anyMatch(action -> action instanceof TableAction.AddConstraint add
        && new KeyFold(draft, only).isRefused(add.constraint()));
  }

  private boolean isDropped(ColumnDefinition column) {
    return statement.actions().stream().anyMatch(action -> action instanceof TableAction.DropColumn drop
        && drop.column().name().equals(column.name().name()));
  }

  private void alterIndex() {
    for (TableAction action : statement.actions()) {
      if (action instanceof TableAction.AttachPartition attach) {
        new InheritanceFold(draft).attachIndex(statement.name(), attach.partition());
      }
      draft.index(statement.name()).flatMap(index -> draft.catalog().table(index.table()))
          .ifPresent(table -> draft.add(new Change.TableSettingChanged(table, statement, action, action.span())));
    }
  }

  private void apply(ObjectId id, TableAction action) {
    Table table = draft.current(id);
    switch (action) {
      case TableAction.AddColumn a -> addColumn(table, a);
      case TableAction.DropColumn a -> dropColumn(table, a);
      case TableAction.ChangeType a -> changeType(table, a);
      case TableAction.SetDefault a -> setDefault(table, a);
      case TableAction.DropDefault a -> {
        Optional<Column> column = change(table, a.column(), c -> c.withDefault(Optional.empty()));
        draft.add(new Change.DefaultDropped(table, a.column().name(), column, a.span()));
      }
      case TableAction.SetNotNull a -> new NotNullFold(draft).set(table, a, only);
      case TableAction.DropNotNull a -> new NotNullFold(draft).drop(table, a, only);
      case TableAction.AddIdentity a -> addIdentity(table, a);
      case TableAction.SetIdentity a -> a.always().ifPresent(always -> changeIdentity(table, a.column(),
          always ? Generation.IDENTITY_ALWAYS : Generation.IDENTITY_BY_DEFAULT));
      case TableAction.DropIdentity a -> {
        Optional<Column> column = changeIdentity(table, a.column(), Generation.NONE);
        column.ifPresent(c -> new ColumnFold(draft).dropSequences(table, c.number()));
        draft.add(new Change.IdentityChanged(table, a.column().name(), column, false, a.span()));
      }
      case TableAction.SetExpression a -> {
        Optional<Column> column = change(table, a.column(),
            c -> c.withGeneration(c.generation(), Optional.of(a.value())));
        draft.add(new Change.ExpressionChanged(table, a.column().name(), column, true, a.span()));
      }
      case TableAction.DropExpression a -> {
        Optional<Column> column = change(table, a.column(), c -> c.withGeneration(Generation.NONE, Optional.empty()));
        draft.add(new Change.ExpressionChanged(table, a.column().name(), column, false, a.span()));
      }
      case TableAction.AddConstraint a -> addConstraint(table, a);
      case TableAction.DropConstraint a -> new DropFold(draft).dropConstraint(table, a, only);
      case TableAction.ValidateConstraint a -> validate(table, a.constraint(), a.span());
      case TableAction.AttachPartition a -> new InheritanceFold(draft).attach(table, a);
      case TableAction.DetachPartition a -> new InheritanceFold(draft).detach(table, a);
      case TableAction.RowSecurity a -> rowSecurity(table, a);
      case TableAction.Inherit a -> new InheritanceFold(draft).inherit(table, a);
      case TableAction.SetLogged a -> {
        draft.put(table.withPersistence(a.logged() ? Persistence.PERMANENT : Persistence.UNLOGGED));
        draft.add(new Change.TableSettingChanged(table, statement, a, a.span()));
      }
      case TableAction.SetColumnSetting a -> setting(table, a);
      case TableAction.AlterConstraint a -> setting(table, a);
      case TableAction.SwitchTrigger a -> setting(table, a);
      case TableAction.OfType a -> setting(table, a);
      case TableAction.OwnerTo a -> setting(table, a);
      case TableAction.SetOptions a -> {
        a.options().stream().filter(option -> option.name().equals("security_invoker")).findFirst().ifPresent(
            option -> draft.put(table.withSecurityInvoker(!a.reset() && TableFold.makesInvoker(option))));
        setting(table, a);
      }
      case TableAction.SetTablespace a -> setting(table, a);
      case TableAction.SetAccessMethod a -> setting(table, a);
      case TableAction.ClusterOn a -> setting(table, a);
      case TableAction.ReplicaIdentity a -> setting(table, a);
    }
  }

  private void setting(Table table, TableAction action) {
    draft.add(new Change.TableSettingChanged(table, statement, action, action.span()));
  }

  /** The tables that the statement reaches besides the one it names. */
  private List<Table> heirs(Table table) {
    return only ? List.of() : draft.catalog().heirs(table);
  }

  /** Changes a column here and in the partitions; gives it as it was before. */
  private Optional<Column> change(Table table, Identifier name, UnaryOperator<Column> change) {
    Optional<Column> column = new ColumnFold(draft).known(table, name);
    column.ifPresent(c -> draft.put(draft.current(table).withColumn(c.number(), change)));
    for (Table child : heirs(table)) {
      change(child, name, change);
    }
    return column;
  }

  /** An identity is shared with partitions, not with inheriting tables. */
  private Optional<Column> changeIdentity(Table table, Identifier name, Generation generation) {
    Optional<Column> column = table.column(name.name());
    if (table.kind() == Table.Kind.PARTITIONED || column.isEmpty()) {
      return change(table, name, c -> c.withGeneration(generation, Optional.empty()));
    }
    column.ifPresent(c -> draft.put(draft.current(table).withColumn(c.number(),
        x -> x.withGeneration(generation, Optional.empty()))));
    return column;
  }

  private void addColumn(Table table, TableAction.AddColumn action) {
    boolean exists = table.column(action.column().name().name()).filter(
        c -> c.origin().migration() != Origin.BEFORE_HISTORY || table.isComplete()).isPresent();
    if (exists) {
      return;
    }
    new ColumnFold(draft).addWithConstraints(table, action, only);
  }

  private void dropColumn(Table table, TableAction.DropColumn action) {
    Optional<Column> column = table.column(action.column().name());
    if (column.isEmpty() && (table.isComplete() || action.ifExists() && table.isKnown())) {
      return;
    }
    List<String> dependents = column.map(c -> new Removal(draft).column(table, c, action.cascade()))
        .orElse(List.of());
    draft.add(
        new Change.ColumnDropped(table, action.column().name(), column, action.cascade(), dependents, action.span()));
    column.ifPresent(c -> dropFromHeirs(table, c));
  }

  /** A column that an inheriting table has defined itself stays its own. */
  private void dropFromHeirs(Table table, Column column) {
    for (Table heir : heirs(table)) {
      Optional<Column> same = heir.column(column.name())
          .filter(c -> table.kind() == Table.Kind.PARTITIONED || c.origin().equals(column.origin()));
      same.ifPresent(c -> {
        new Removal(draft).column(heir, c, true);
        dropFromHeirs(heir, c);
      });
    }
  }

  private void changeType(Table table, TableAction.ChangeType action) {
    DataType type = new ColumnFold(draft).type(action.type());
    Optional<Column> column = change(table, action.column(),
        c -> c.withType(type, action.collation(), draft.origin(action.type().span())));
    draft.add(new Change.TypeChanged(table, action.column().name(), column, column.flatMap(Column::type), type,
        action.collation(), action.using(), action.span()));
  }

  private void setDefault(Table table, TableAction.SetDefault action) {
    Optional<Column> column = change(table, action.column(),
        c -> c.withDefault(new ColumnFold(draft).stored(action.value(), c.type())));
    draft.add(new Change.DefaultSet(table, action.column().name(), column, action.value(), action.span()));
  }

  private void addIdentity(Table table, TableAction.AddIdentity action) {
    Generation generation = action.always() ? Generation.IDENTITY_ALWAYS : Generation.IDENTITY_BY_DEFAULT;
    Optional<Column> column = changeIdentity(table, action.column(), generation);
    column.ifPresent(c -> new ColumnFold(draft).makeSequence(draft.current(table), c, action.span()));
    draft.add(new Change.IdentityChanged(table, action.column().name(), column, true, action.span()));
  }

  private void addConstraint(Table table, TableAction.AddConstraint action) {
    boolean exists = action.constraint().name().flatMap(name -> table.constraint(name.name())).isPresent();
    if (exists) {
      return;
    }
    new ConstraintFold(draft, only).add(table.id(), new Clause(action.constraint(), false), Form.ADD_CONSTRAINT);
  }

  private void validate(Table table, Identifier name, Span span) {
    Optional<Constraint> constraint = table.constraint(name.name());
    List<Constraint> constraints = new ArrayList<>();
    Table validated = table;
    for (Constraint c : table.constraints()) {
      switch (c) {
        case Constraint.ForeignKey key when key.name().equals(name.name()) -> constraints.add(key.withValidated());
        case Constraint.Check check when check.name().equals(name.name()) -> constraints.add(check.withValidated());
        case Constraint.NotNull notNull when notNull.name().equals(name.name()) -> {
          for (int number : notNull.columns()) {
            validated = validated.withColumn(number, column -> column.withNotNull(true, draft.origin(span)));
          }
          constraints.add(notNull.withValidated());
        }
        default -> constraints.add(c);
      }
    }
    draft.put(validated.withConstraints(constraints));
    constraint.filter(Constraint.NotNull.class::isInstance).ifPresent(c -> table.names(c.columns())
        .forEach(column -> new NotNullFold(draft).spread(table, column, draft.origin(span))));
    draft.add(new Change.ConstraintValidated(table, name.name(), constraint, span));
  }

  private void rowSecurity(Table table, TableAction.RowSecurity action) {
    draft.put(switch (action.what()) {
      case ENABLE -> table.withRowSecurity(true, table.rowSecurityForced());
      case DISABLE -> table.withRowSecurity(false, table.rowSecurityForced());
      case FORCE -> table.withRowSecurity(table.rowSecurity(), true);
      case NO_FORCE -> table.withRowSecurity(table.rowSecurity(), false);
    });
    draft.add(new Change.RowSecurityChanged(table, action.what(), action.span()));
  }
}
