package dev.ddlint.catalog;

import dev.ddlint.ir.AddEnumValue;
import dev.ddlint.ir.AlterDomain;
import dev.ddlint.ir.AlterPolicy;
import dev.ddlint.ir.AlterSequence;
import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.ChangeOwner;
import dev.ddlint.ir.Comment;
import dev.ddlint.ir.CreateDomain;
import dev.ddlint.ir.CreateEnum;
import dev.ddlint.ir.CreateExtension;
import dev.ddlint.ir.CreateFunction;
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
import dev.ddlint.ir.DoBlock;
import dev.ddlint.ir.Drop;
import dev.ddlint.ir.LockTable;
import dev.ddlint.ir.Maintenance;
import dev.ddlint.ir.OtherStatement;
import dev.ddlint.ir.Privileges;
import dev.ddlint.ir.RefreshMaterializedView;
import dev.ddlint.ir.Rename;
import dev.ddlint.ir.RenameEnumValue;
import dev.ddlint.ir.SetSchema;
import dev.ddlint.ir.SetVariable;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.Transaction;
import dev.ddlint.ir.Truncate;
import dev.ddlint.ir.Unrecognized;

/** Applies one statement to a draft: a statement's kind picks the class that knows it. */
final class Fold {
  private final Draft draft;

  Fold(Draft draft) {
    this.draft = draft;
  }

  State.Step apply(Statement statement) {
    dispatch(statement);
    return draft.finish();
  }

  void dispatch(Statement statement) {
    switch (statement) {
      case CreateTable s -> new TableFold(draft).create(s);
      case CreateTableAs s -> new TableFold(draft).createAs(s);
      case CreateView s -> new TableFold(draft).createView(s);
      case AlterTable s -> new AlterTableFold(draft, s).alter();
      case CreateIndex s -> new IndexFold(draft).create(s);
      case Drop s -> new DropFold(draft).drop(s);
      case Rename s -> new RenameFold(draft).rename(s);
      case SetSchema s -> new RenameFold(draft).setSchema(s);
      case CreateEnum s -> new TypeFold(draft).createEnum(s);
      case CreateType s -> new TypeFold(draft).createType(s);
      case CreateDomain s -> new TypeFold(draft).createDomain(s);
      case AddEnumValue s -> new TypeFold(draft).addValue(s);
      case RenameEnumValue s -> new TypeFold(draft).renameValue(s);
      case AlterDomain s -> new TypeFold(draft).alterDomain(s);
      case CreateSequence s -> new ObjectFold(draft).createSequence(s);
      case AlterSequence s -> new ObjectFold(draft).alterSequence(s);
      case CreateFunction s -> new ObjectFold(draft).createFunction(s);
      case CreateTrigger s -> new ObjectFold(draft).createTrigger(s);
      case CreatePolicy s -> new ObjectFold(draft).createPolicy(s);
      case AlterPolicy s -> new ObjectFold(draft).alterPolicy(s);
      case Privileges s -> new ObjectFold(draft).privileges(s);
      case DataStatement s -> new DataFold(draft).data(s);
      case Truncate s -> new DataFold(draft).truncate(s);
      case LockTable s -> new DataFold(draft).lock(s);
      case RefreshMaterializedView s -> new DataFold(draft).refresh(s);
      case Maintenance s -> new DataFold(draft).maintain(s);
      case SetVariable s -> new SessionFold(draft).set(s);
      case Transaction s -> new SessionFold(draft).transaction(s);
      case DoBlock s -> new BlockFold(draft, this).apply(s, draft.text());
      case CreateSchema s -> createSchema(s);
      case CreateExtension s -> draft.contents().extension(s.name().name(), true);
      case ChangeOwner s -> {
      }
      case Comment s -> {
      }
      case OtherStatement s -> new ObjectFold(draft).alterFunction(s);
      case Unrecognized s -> new BlockFold(draft, this).unread(s.span(), draft.text());
    }
  }

  /** What stands inside CREATE SCHEMA is made in that schema. */
  private void createSchema(CreateSchema statement) {
    String name = statement.name().map(n -> n.name()).or(statement::owner).orElse("public");
    draft.contents().schema(name, true);
    Session session = draft.session();
    draft.session(session.withSearchPath(java.util.List.of(name)));
    statement.elements().forEach(this::dispatch);
    draft.session(session);
  }
}
