package dev.ddlint.print;

import static dev.ddlint.print.SqlPrinter.words;

import dev.ddlint.ir.ColumnConstraint;
import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.TableAction;

/** Prints the actions of ALTER TABLE that advice is made of. */
final class Actions {

  private Actions() {}

  static String print(TableAction action) {
    return switch (action) {
      case TableAction.AddColumn add -> words("ADD COLUMN", add.ifNotExists() ? "IF NOT EXISTS" : "",
          column(add.column()));
      case TableAction.DropColumn drop -> words("DROP COLUMN", drop.ifExists() ? "IF EXISTS" : "",
          Names.of(drop.column()), drop.cascade() ? "CASCADE" : "");
      case TableAction.ChangeType change -> words("ALTER COLUMN", Names.of(change.column()), "TYPE",
          Types.of(change.type()), change.collation().map(c -> "COLLATE " + SqlPrinter.path(c)).orElse(""),
          change.using().map(using -> "USING " + using.text()).orElse(""));
      case TableAction.SetDefault set -> alter(Names.of(set.column()), "SET DEFAULT " + set.value().text());
      case TableAction.DropDefault drop -> alter(Names.of(drop.column()), "DROP DEFAULT");
      case TableAction.SetNotNull set -> alter(Names.of(set.column()), "SET NOT NULL");
      case TableAction.DropNotNull drop -> alter(Names.of(drop.column()), "DROP NOT NULL");
      case TableAction.AddConstraint add -> "ADD " + Constraints.print(add.constraint());
      case TableAction.DropConstraint drop -> words("DROP CONSTRAINT", drop.ifExists() ? "IF EXISTS" : "",
          Names.of(drop.constraint()), drop.cascade() ? "CASCADE" : "");
      case TableAction.ValidateConstraint validate -> "VALIDATE CONSTRAINT " + Names.of(validate.constraint());
      case TableAction.SetLogged set -> set.logged() ? "SET LOGGED" : "SET UNLOGGED";
      case TableAction.AttachPartition attach -> words("ATTACH PARTITION", Names.of(attach.partition()),
          attach.bound().map(bound -> bound.text()).orElse(""));
      case TableAction.DetachPartition detach -> words("DETACH PARTITION", Names.of(detach.partition()),
          detach.concurrently() ? "CONCURRENTLY" : "", detach.finish() ? "FINALIZE" : "");
      case TableAction.RowSecurity security -> security.what().name().replace('_', ' ') + " ROW LEVEL SECURITY";
      case TableAction.SwitchTrigger s -> words(s.mode(), s.rule() ? "RULE" : "TRIGGER",
          s.all() ? s.trigger() : Names.of(s.trigger()));
      default -> throw new IllegalArgumentException("no advice is made of " + action.getClass().getSimpleName());
    };
  }

  private static String alter(String column, String change) {
    return "ALTER COLUMN " + column + " " + change;
  }

  private static String column(ColumnDefinition column) {
    String constraints = column.constraints().stream().map(Actions::constraint).reduce("", SqlPrinter::words);
    return words(Names.of(column.name()), column.type().map(Types::of).orElse(""),
        column.collation().map(c -> "COLLATE " + SqlPrinter.path(c)).orElse(""), constraints);
  }

  private static String constraint(ColumnConstraint constraint) {
    String named = SqlPrinter.named(constraint.name());
    return switch (constraint) {
      case ColumnConstraint.NotNull c -> words(named, "NOT NULL", c.noInherit() ? "NO INHERIT" : "");
      case ColumnConstraint.Null c -> words(named, "NULL");
      case ColumnConstraint.Default c -> words(named, "DEFAULT", c.value().text());
      case ColumnConstraint.Check c -> words(named, "CHECK (" + c.condition().text() + ")",
          c.noInherit() ? "NO INHERIT" : "", c.notEnforced() ? "NOT ENFORCED" : "");
      case ColumnConstraint.Unique c -> words(named, c.primary() ? "PRIMARY KEY" : "UNIQUE",
          c.nullsNotDistinct() ? "NULLS NOT DISTINCT" : "", Constraints.deferral(c.deferral()));
      case ColumnConstraint.References c -> words(named, Constraints.references(c.reference()),
          Constraints.deferral(c.deferral()), c.notEnforced() ? "NOT ENFORCED" : "");
      case ColumnConstraint.Identity c -> words(named, "GENERATED", c.always() ? "ALWAYS" : "BY DEFAULT",
          "AS IDENTITY");
      case ColumnConstraint.Generated c -> words(named, "GENERATED ALWAYS AS (" + c.value().text() + ")",
          c.stored() ? "STORED" : "VIRTUAL");
    };
  }
}
