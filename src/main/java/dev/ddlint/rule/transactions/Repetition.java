package dev.ddlint.rule.transactions;

import dev.ddlint.ir.AddEnumValue;
import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.CreateDomain;
import dev.ddlint.ir.CreateEnum;
import dev.ddlint.ir.CreateExtension;
import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.CreatePolicy;
import dev.ddlint.ir.CreateSchema;
import dev.ddlint.ir.CreateSequence;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.CreateTableAs;
import dev.ddlint.ir.CreateTrigger;
import dev.ddlint.ir.CreateType;
import dev.ddlint.ir.CreateView;
import dev.ddlint.ir.DataStatement;
import dev.ddlint.ir.Drop;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Rename;
import dev.ddlint.ir.RenameEnumValue;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.TableAction;
import java.util.List;
import java.util.Optional;

/** Whether a statement that was done may be done once more. */
final class Repetition {
  private static final String EXISTS = "write IF NOT EXISTS";
  private static final String MISSING = "write IF EXISTS";
  private static final String DROP_BEFORE = "drop it with IF EXISTS just before";

  private final Statement statement;
  private final List<Statement> before;

  /**
   * How it fails.
   *
   * @param object what it is about
   * @param why a clause
   * @param remedy an imperative, where the statement itself can be written so that it may be repeated
   */
  record Failure(String object, String why, Optional<String> remedy) {}

  Repetition(Statement statement, List<Statement> before) {
    this.statement = statement;
    this.before = before;
  }

  Optional<Failure> failure() {
    return switch (statement) {
      case CreateTable s -> created(s.name().name(), s.ifNotExists(), EXISTS);
      case CreateTableAs s -> created(s.name().name(), s.ifNotExists(), EXISTS);
      case CreateIndex s -> created(s.name().map(Identifier::name).orElse(""), s.ifNotExists(), EXISTS);
      case CreateSequence s -> created(s.name().name(), s.ifNotExists(), EXISTS);
      case CreateSchema s -> created(s.name().map(Identifier::name).orElse(""), s.ifNotExists(), EXISTS);
      case CreateExtension s -> created(s.name().name(), s.ifNotExists(), EXISTS);
      case AddEnumValue s -> created(s.value(), s.ifNotExists(), EXISTS);
      case CreateView s -> created(s.name().name(), s.orReplace(), "write OR REPLACE");
      case CreateTrigger s -> created(s.name().name(), s.orReplace(), "write OR REPLACE");
      case CreateEnum s -> created(s.name().name(), false, DROP_BEFORE);
      case CreateType s -> created(s.name().name(), false, DROP_BEFORE);
      case CreateDomain s -> created(s.name().name(), false, DROP_BEFORE);
      case CreatePolicy s -> created(s.name().name(), false, DROP_BEFORE);
      case Drop s -> dropped(s.targets().get(0).name().name(), s.ifExists());
      case Rename s -> Optional.of(new Failure(s.object().toString(), "the old name is gone", Optional.empty()));
      case RenameEnumValue s -> Optional.of(new Failure(s.from(), "the old value is gone", Optional.empty()));
      case AlterTable s -> s.actions().stream().flatMap(action -> failure(action).stream()).findFirst();
      case DataStatement s when s.kind() == DataStatement.Kind.INSERT && !skipsConflicts(s) ->
        Optional.of(new Failure(s.target().map(ObjectName::toString).orElse(""), "the rows are there already",
            Optional.of("write ON CONFLICT DO NOTHING")));
      default -> Optional.empty();
    };
  }

  private Optional<Failure> failure(TableAction action) {
    return switch (action) {
      case TableAction.AddColumn a -> created(a.column().name().name(), a.ifNotExists(), EXISTS);
      case TableAction.DropColumn a -> dropped(a.column().name(), a.ifExists());
      case TableAction.DropConstraint a -> dropped(a.constraint().name(), a.ifExists());
      case TableAction.AddConstraint a -> a.constraint().name()
          .flatMap(name -> created(name.name(), false, DROP_BEFORE));
      case TableAction.AddIdentity a ->
        Optional.of(new Failure(a.column().name(), "the column is an identity already", Optional.empty()));
      default -> Optional.empty();
    };
  }

  private static boolean skipsConflicts(DataStatement insert) {
    String text = insert.text().text().toUpperCase(java.util.Locale.ROOT);
    return text.contains("ON CONFLICT") || text.contains("NOT EXISTS");
  }

  private Optional<Failure> created(String name, boolean guarded, String remedy) {
    return guarded || isDroppedBefore(name)
        ? Optional.empty()
        : Optional.of(new Failure(name, "`" + name + "` exists already", Optional.of(remedy)));
  }

  private static Optional<Failure> dropped(String name, boolean guarded) {
    return guarded
        ? Optional.empty()
        : Optional.of(new Failure(name, "`" + name + "` is gone already", Optional.of(MISSING)));
  }

  /** With IF EXISTS, so that running both again leads to the same end. */
  private boolean isDroppedBefore(String name) {
    return before.stream().anyMatch(other -> switch (other) {
      case Drop drop -> drop.ifExists()
          && drop.targets().stream().anyMatch(target -> target.name().name().equals(name));
      case AlterTable alter -> alter.actions().stream().anyMatch(action -> drops(action, name));
      default -> false;
    });
  }

  private static boolean drops(TableAction action, String name) {
    return switch (action) {
      case TableAction.DropConstraint drop -> drop.ifExists() && drop.constraint().name().equals(name);
      case TableAction.DropColumn drop -> drop.ifExists() && drop.column().name().equals(name);
      default -> false;
    };
  }
}
