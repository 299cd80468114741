package dev.ddlint.physics;

import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.Drop;
import dev.ddlint.ir.Maintenance;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.OtherStatement;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.Transaction;

/**
 * Statements that refuse to run in a transaction block with 25001: the callers of {@code PreventInTransactionBlock} in
 * PostgreSQL's source; the manual says it on each command's page.
 */
final class TransactionRules {

  private TransactionRules() {}

  static boolean forbids(Statement statement) {
    return switch (statement) {
      case CreateIndex index -> index.concurrently();
      case Drop drop -> forbids(drop);
      case Maintenance maintenance -> forbids(maintenance);
      case AlterTable alter -> alter.actions().stream().anyMatch(TransactionRules::forbids);
      case Transaction transaction -> switch (transaction.kind()) {
        case COMMIT_PREPARED, ROLLBACK_PREPARED -> true;
        default -> false;
      };
      case OtherStatement other -> forbids(other.command());
      default -> false;
    };
  }

  private static boolean forbids(Drop drop) {
    return drop.concurrently() || switch (drop.kind()) {
      // DROP SUBSCRIPTION only while the subscription has a slot, as it has unless somebody took it away
      case DATABASE, TABLESPACE, SUBSCRIPTION -> true;
      default -> false;
    };
  }

  private static boolean forbids(Maintenance maintenance) {
    return switch (maintenance.kind()) {
      case VACUUM -> true;
      case ANALYZE -> false;
      case CLUSTER -> maintenance.objects().isEmpty();
      case REINDEX -> maintenance.concurrently() || isWide(maintenance.target());
    };
  }

  /** REINDEX SYSTEM reads as another kind. */
  private static boolean isWide(ObjectKind target) {
    return switch (target) {
      case SCHEMA, DATABASE, OTHER -> true;
      default -> false;
    };
  }

  private static boolean forbids(TableAction action) {
    return action instanceof TableAction.DetachPartition detach && detach.concurrently();
  }

  private static boolean forbids(String command) {
    return switch (command) {
      case "ALTER SYSTEM", "CREATE DATABASE", "DROP DATABASE", "CREATE TABLESPACE", "DROP TABLESPACE",
          "CREATE SUBSCRIPTION", "DROP SUBSCRIPTION", "VACUUM" ->
        true;
      default -> command.startsWith("ALTER DATABASE") && command.endsWith("SET TABLESPACE");
    };
  }
}
