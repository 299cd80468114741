package dev.ddlint.rule.naming;

import dev.ddlint.finding.ObjectPath;
import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.ColumnConstraint;
import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.On;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.StatementRule;
import dev.ddlint.text.Span;

/** A constraint whose name the server chooses. */
@Rule("unnamed-constraint")
@Concerns(Effect.NAME)
@On({CreateTable.class, AlterTable.class})
public final class UnnamedConstraint implements StatementRule<Statement> {

  @Override
  public void check(Statement statement, Context at, Findings findings) {
    switch (statement) {
      case CreateTable s -> {
        s.columns().forEach(column -> column(column, s.name().toString(), findings));
        s.constraints().forEach(constraint -> constraint(constraint, s.name().toString(), findings));
      }
      case AlterTable s -> s.actions().forEach(action -> {
        switch (action) {
          case TableAction.AddColumn add -> column(add.column(), s.name().toString(), findings);
          case TableAction.AddConstraint add -> constraint(add.constraint(), s.name().toString(), findings);
          default -> {
          }
        }
      });
      default -> {
      }
    }
  }

  /** A primary key is always named after its table, and NOT NULL is dropped by its column. */
  private static void column(ColumnDefinition column, String table, Findings findings) {
    for (ColumnConstraint constraint : column.constraints()) {
      boolean named = switch (constraint) {
        case ColumnConstraint.Check check -> check.name().isPresent();
        case ColumnConstraint.References references -> references.name().isPresent();
        case ColumnConstraint.Unique unique -> unique.primary() || unique.name().isPresent();
        default -> true;
      };
      if (!named) {
        report(constraint.span(), table + "." + column.name(), findings);
      }
    }
  }

  private static void constraint(TableConstraint constraint, String table, Findings findings) {
    boolean needsNone = constraint instanceof TableConstraint.NotNull
        || constraint instanceof TableConstraint.Unique key && (key.primary() || key.usingIndex().isPresent());
    if (constraint.name().isEmpty() && !needsNone) {
      report(constraint.span(), table, findings);
    }
  }

  private static void report(Span span, String object, Findings findings) {
    findings.report(span).about(new ObjectPath("constraint", object))
        .says("the server names this constraint of `%s`: the name can differ from database to database", object)
        .fact("why", "it depends on what is taken already, so that a later DROP CONSTRAINT may miss it")
        .fact("use", "CONSTRAINT name in front of it");
  }
}
