package dev.ddlint.physics;

import static dev.ddlint.physics.LockMode.ACCESS_EXCLUSIVE;
import static dev.ddlint.physics.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.ddlint.physics.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.ddlint.ir.StorageOption;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TableConstraint;

/**
 * The lock that each action of ALTER TABLE takes on its table (manual, ALTER TABLE; {@code AlterTableGetLockLevel} in
 * PostgreSQL's source). A statement with several actions takes the strongest of theirs from its beginning.
 */
final class ActionLocks {

  private ActionLocks() {}

  static LockMode of(TableAction action) {
    return switch (action) {
      case TableAction.AddConstraint a -> of(a.constraint());
      case TableAction.ValidateConstraint a -> SHARE_UPDATE_EXCLUSIVE;
      case TableAction.AttachPartition a -> SHARE_UPDATE_EXCLUSIVE;
      case TableAction.DetachPartition a -> a.concurrently() || a.finish() ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE;
      case TableAction.SwitchTrigger a -> a.rule() ? ACCESS_EXCLUSIVE : SHARE_ROW_EXCLUSIVE;
      case TableAction.ClusterOn a -> SHARE_UPDATE_EXCLUSIVE;
      case TableAction.SetColumnSetting a -> of(a);
      case TableAction.SetOptions a -> of(a);
      case TableAction.AddColumn a -> ACCESS_EXCLUSIVE;
      case TableAction.DropColumn a -> ACCESS_EXCLUSIVE;
      case TableAction.ChangeType a -> ACCESS_EXCLUSIVE;
      case TableAction.SetDefault a -> ACCESS_EXCLUSIVE;
      case TableAction.DropDefault a -> ACCESS_EXCLUSIVE;
      case TableAction.SetNotNull a -> ACCESS_EXCLUSIVE;
      case TableAction.DropNotNull a -> ACCESS_EXCLUSIVE;
      case TableAction.AddIdentity a -> ACCESS_EXCLUSIVE;
      case TableAction.SetIdentity a -> ACCESS_EXCLUSIVE;
      case TableAction.DropIdentity a -> ACCESS_EXCLUSIVE;
      case TableAction.SetExpression a -> ACCESS_EXCLUSIVE;
      case TableAction.DropExpression a -> ACCESS_EXCLUSIVE;
      case TableAction.DropConstraint a -> ACCESS_EXCLUSIVE;
      case TableAction.AlterConstraint a -> ACCESS_EXCLUSIVE;
      case TableAction.RowSecurity a -> ACCESS_EXCLUSIVE;
      case TableAction.Inherit a -> ACCESS_EXCLUSIVE;
      case TableAction.OfType a -> ACCESS_EXCLUSIVE;
      case TableAction.OwnerTo a -> ACCESS_EXCLUSIVE;
      case TableAction.SetLogged a -> ACCESS_EXCLUSIVE;
      case TableAction.SetTablespace a -> ACCESS_EXCLUSIVE;
      case TableAction.SetAccessMethod a -> ACCESS_EXCLUSIVE;
      case TableAction.ReplicaIdentity a -> ACCESS_EXCLUSIVE;
    };
  }

  private static LockMode of(TableConstraint constraint) {
    return constraint instanceof TableConstraint.ForeignKey ? SHARE_ROW_EXCLUSIVE : ACCESS_EXCLUSIVE;
  }

  private static LockMode of(TableAction.SetColumnSetting action) {
    return switch (action.setting()) {
      case "STATISTICS", "OPTIONS" -> SHARE_UPDATE_EXCLUSIVE;
      default -> ACCESS_EXCLUSIVE;
    };
  }

  /** Only options that planner or writers must see at once need more (manual, CREATE TABLE, storage parameters). */
  private static LockMode of(TableAction.SetOptions action) {
    boolean heavy = action.options().stream().map(StorageOption::name).anyMatch(ActionLocks::isHeavy);
    return heavy ? ACCESS_EXCLUSIVE : SHARE_UPDATE_EXCLUSIVE;
  }

  private static boolean isHeavy(String option) {
    return switch (option) {
      case "user_catalog_table", "security_barrier", "security_invoker", "check_option" -> true;
      default -> false;
    };
  }

  /** Whether the action takes the same lock on a partitioned table's partitions. */
  static boolean recurses(TableAction action) {
    return switch (action) {
      case TableAction.AddConstraint a -> false;
      case TableAction.AttachPartition a -> false;
      case TableAction.DetachPartition a -> false;
      case TableAction.DropNotNull a -> false;
      case TableAction.RowSecurity a -> false;
      case TableAction.Inherit a -> false;
      case TableAction.OfType a -> false;
      case TableAction.OwnerTo a -> false;
      case TableAction.SetOptions a -> false;
      case TableAction.SetTablespace a -> false;
      case TableAction.SetAccessMethod a -> false;
      case TableAction.ClusterOn a -> false;
      case TableAction.ReplicaIdentity a -> false;
      default -> true;
    };
  }
}
