package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Level;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.DoBlock;
import dev.ddlint.ir.Maintenance;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.TableAction;
import dev.ddlint.physics.Effects;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.On;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.StatementRule;
import dev.ddlint.rule.Subject;
import java.util.List;
import java.util.Optional;

/** A command that copies a whole table in use while nobody reads or writes it. */
@Rule("rewriting-command")
@Concerns({Effect.LOCK, Effect.REWRITE})
@On({Maintenance.class, AlterTable.class, DoBlock.class})
public final class RewritingCommand implements StatementRule<Statement> {

  @Override
  public void check(Statement statement, Context at, Findings findings) {
    for (Change change : at.step().changes()) {
      command(change).ifPresent(command -> check(command, (Change.OfTable) change, at, findings));
    }
    if (statement instanceof Maintenance all && all.objects().isEmpty()) {
      command(all).ifPresent(command -> findings.report(all.span()).about(new ObjectPath("database", ""))
          .says("%s rewrites every table while all reads and writes of it wait", command)
          .instead(new Advice(Advice.Kind.NONE, List.of())));
    }
  }

  private static void check(String command, Change.OfTable change, Context at, Findings findings) {
    Effects effects = at.step().effects(change);
    boolean old = effects.work().tables().stream().anyMatch(table -> !at.isNew(table));
    if (!effects.work().rewrites() || !old) {
      return;
    }
    String table = change.table().displayName();
    Findings.Report report = findings.report(change.span()).about(Subject.of(change.table()));
    if (effects.unseen().isPresent()) {
      report.level(Level.WARNING).says("%s rewrites `%s` while all reads and writes wait, unless it is so already",
          command, table).fact("depends", "on %s", effects.unseen().get());
    } else {
      report.says("%s rewrites `%s` while all reads and writes wait", command, table);
    }
    report.effects(effects).instead(new Advice(Advice.Kind.NONE, List.of()));
  }

  private static Optional<String> command(Change change) {
    return switch (change) {
      case Change.TableMaintained maintained -> command(maintained.statement());
      case Change.ExpressionChanged changed when changed.present() -> Optional.of("SET EXPRESSION");
      case Change.TableSettingChanged setting -> command(setting.action());
      default -> Optional.empty();
    };
  }

  private static Optional<String> command(Maintenance statement) {
    return switch (statement.kind()) {
      case CLUSTER -> Optional.of("CLUSTER");
      case VACUUM -> Optional.of("VACUUM FULL").filter(full -> statement.full());
      case ANALYZE, REINDEX -> Optional.empty();
    };
  }

  private static Optional<String> command(TableAction action) {
    return switch (action) {
      case TableAction.SetLogged set -> Optional.of(set.logged() ? "SET LOGGED" : "SET UNLOGGED");
      case TableAction.SetTablespace set -> Optional.of("SET TABLESPACE");
      case TableAction.SetAccessMethod set -> Optional.of("SET ACCESS METHOD");
      default -> Optional.empty();
    };
  }
}
