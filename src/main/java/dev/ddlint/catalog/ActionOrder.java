package dev.ddlint.catalog;

import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.text.Order;
import java.util.List;

/** The order in which PostgreSQL takes the actions of one ALTER TABLE (the passes of ATPrepCmd). */
final class ActionOrder {

  private ActionOrder() {}

  static List<TableAction> of(List<TableAction> written) {
    return written.size() < 2
        ? written
        : written.stream().sorted(Order.by(ActionOrder::pass)).toList();
  }

  private static int pass(TableAction action) {
    return switch (action) {
      case TableAction.DropColumn a -> 0;
      case TableAction.DropConstraint a -> 0;
      case TableAction.DropDefault a -> 0;
      case TableAction.DropNotNull a -> 0;
      case TableAction.DropIdentity a -> 0;
      case TableAction.DropExpression a -> 0;
      case TableAction.ChangeType a -> 1;
      case TableAction.AddColumn a -> 2;
      case TableAction.SetExpression a -> 3;
      case TableAction.SetNotNull a -> 4;
      case TableAction.SetDefault a -> 4;
      case TableAction.AddIdentity a -> 4;
      case TableAction.AddConstraint a -> a.constraint() instanceof TableConstraint.Unique ? 5 : 6;
      default -> 7;
    };
  }
}
