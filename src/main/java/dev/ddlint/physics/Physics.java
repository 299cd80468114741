package dev.ddlint.physics;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.State;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.Statement;
import dev.ddlint.physics.Effects.TransactionRule;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL does with a change: the locks, the work, the failures on rows that are there, the transaction rule.
 * It answers from the state and from nothing else; each answer names its source. Proved against real servers by
 * {@code GroundTruthTest}.
 *
 * @param version the server's major version
 * @param timeZone the sessions' time zone where no SET tells it; empty where it is not known
 */
public record Physics(int version, Optional<String> timeZone) {

  public static Physics of(int postgresVersion, Optional<String> timeZone) {
    return new Physics(postgresVersion, timeZone);
  }

  /** Whether a statement refuses to run in a transaction block. */
  public static boolean forbiddenInTransaction(Statement statement) {
    return TransactionRules.forbids(statement);
  }

  /** Whether an UPDATE or DELETE reaches all rows of its table, as far as its condition tells. */
  public static boolean reachesAllRows(Change.RowsWritten written, State before) {
    return RowsReached.all(written, before);
  }

  /** What one change does; {@code before} is the state before the whole statement. */
  public Effects effects(Change change, State before, Statement statement) {
    return effects(change, moment(before, statement).inside(change.span()));
  }

  /** What a statement does with all its changes: the strongest lock a table, each rewrite once. */
  public Effects effects(Statement statement, State before, List<Change> changes) {
    return together(statement, before, changes.stream().map(change -> effects(change, before, statement)).toList());
  }

  /** The same, where it is known what each of the changes does. */
  public Effects together(Statement statement, State before, List<Effects> parts) {
    Moment moment = moment(before, statement);
    Effects own = new StatementEffects(moment).own();
    Tally tally = new Tally(moment, parts.stream().map(Effects::source).findFirst().orElse(own.source()));
    parts.forEach(tally::add);
    return tally.add(own).effects();
  }

  /** What a change of a column's type costs, and what it does to the values. */
  public TypeChange typeChange(Change.TypeChanged change, State before, Statement statement) {
    return new TypeChangeEffects(moment(before, statement).inside(change.span())).cost(change);
  }

  private Moment moment(State before, Statement statement) {
    return new Moment(before, statement, version, timeZone);
  }

  private static Effects effects(Change change, Moment moment) {
    return switch (change) {
      case Change.TypeChanged c -> new TypeChangeEffects(moment).of(c);
      case Change.ColumnAdded c -> new ColumnEffects(moment).added(c);
      case Change.ColumnDropped c -> new ColumnEffects(moment).dropped(c);
      case Change.NotNullSet c -> new ColumnEffects(moment).notNullSet(c);
      case Change.ExpressionChanged c -> new ColumnEffects(moment).expressionChanged(c);
      case Change.ColumnRenamed c -> new ColumnEffects(moment).catalogOnly(c, "physics: rename_column");
      case Change.NotNullDropped c -> new ColumnEffects(moment).notNullDropped(c);
      case Change.DefaultSet c -> new ColumnEffects(moment).catalogOnly(c, "physics: set_default");
      case Change.DefaultDropped c -> new ColumnEffects(moment).catalogOnly(c, "physics: drop_default");
      case Change.IdentityChanged c ->
        new ColumnEffects(moment).catalogOnly(c, c.present() ? "physics: add_identity" : "physics: drop_identity");
      case Change.NotNullConstraintAdded c ->
        new ColumnEffects(moment).catalogOnly(c, "physics: add_not_null_not_valid_pg18");
      case Change.KeyAdded c -> new ConstraintEffects(moment).keyAdded(c);
      case Change.ForeignKeyAdded c -> new ConstraintEffects(moment).foreignKeyAdded(c);
      case Change.CheckAdded c -> new ConstraintEffects(moment).checkAdded(c);
      case Change.ExclusionAdded c -> new ConstraintEffects(moment).exclusionAdded(c);
      case Change.ConstraintValidated c -> new ConstraintEffects(moment).validated(c);
      case Change.ConstraintDropped c -> new ConstraintEffects(moment).dropped(c);
      case Change.IndexBuilt c -> new IndexEffects(moment).built(c);
      case Change.IndexDropped c -> new IndexEffects(moment).dropped(c);
      case Change.TableMaintained c -> new IndexEffects(moment).maintained(c);
      case Change.PartitionAttached c -> new PartitionEffects(moment).attached(c);
      case Change.PartitionDetached c -> new PartitionEffects(moment).detached(c);
      case Change.TableDropped c -> new DropEffects(moment).dropped(c);
      case Change.TypeDropped c -> new DropEffects(moment).dropped(c);
      case Change.DomainChanged c -> new DomainEffects(moment).of(c);
      case Change.RowsWritten c -> new DataEffects(moment).written(c);
      case Change.TableTruncated c -> new DataEffects(moment).truncated(c);
      case Change.TableLocked c -> new DataEffects(moment).locked(c);
      case Change.MaterializedViewRefreshed c -> new DataEffects(moment).refreshed(c);
      case Change.TableSettingChanged c -> new SettingEffects(moment).of(c);
      case Change.TableCreated c -> new StatementEffects(moment).own();
      case Change.TableRenamed c ->
        new Tally(moment, "physics: rename_table, set_schema").lock(LockMode.ACCESS_EXCLUSIVE, c.table()).effects();
      case Change.RowSecurityChanged c ->
        new Tally(moment, "physics: enable_rls, force_rls").lock(LockMode.ACCESS_EXCLUSIVE, c.table()).effects();
      case Change.PolicyCreated c -> AccessEffects.policyCreated(c, moment);
      case Change.PolicyDropped c -> new DropEffects(moment).part(c.table(), ObjectKind.POLICY, c.name());
      case Change.TriggerCreated c -> new Tally(moment, "physics: create_trigger")
          .lock(LockMode.SHARE_ROW_EXCLUSIVE, moment.wholeFamily(c.table())).effects();
      case Change.TriggerDropped c -> new DropEffects(moment).part(c.table(), ObjectKind.TRIGGER, c.name());
      case Change.PrivilegesChanged c -> AccessEffects.privilegesChanged(c, moment);
      case Change.TypeCreated c -> new Tally(moment, "manual, CREATE TYPE").effects();
      case Change.EnumValueAdded c -> new Tally(moment, "physics: enum_add_value").effects();
      case Change.EnumValueRenamed c -> new Tally(moment, "physics: enum_rename_value").effects();
      case Change.TypeRenamed c -> new Tally(moment, "physics: enum_rename_type").effects();
      case Change.SequenceCreated c -> new Tally(moment, "physics: sequence_restart").effects();
      case Change.FunctionCreated c -> new Tally(moment, "manual, CREATE FUNCTION").effects();
      case Change.ObjectDropped c -> new StatementEffects(moment).own();
      case Change.ObjectRenamed c -> new StatementEffects(moment).own();
    };
  }
}
