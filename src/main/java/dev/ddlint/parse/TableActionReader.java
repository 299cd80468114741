package dev.ddlint.parse;

import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TableAction.RowSecurity.Switch;
import dev.ddlint.parse.grammar.PostgresDdl.*;
import dev.ddlint.parse.grammar.PostgresDdlBaseVisitor;
import dev.ddlint.parse.grammar.SqlLexer;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the actions of ALTER TABLE. A visitor, since a switch over the contexts' types costs a new process tens of
 * milliseconds at its first use.
 */
final class TableActionReader extends PostgresDdlBaseVisitor<TableAction> {
  private final Fragments fragments;
  private final TypeReader types;
  private final ColumnReader columns;
  private final TableReader tables;

  TableActionReader(Fragments fragments, TypeReader types, ColumnReader columns, TableReader tables) {
    this.fragments = fragments;
    this.types = types;
    this.columns = columns;
    this.tables = tables;
  }

  @Override
  public TableAction visitAddConstraint(AddConstraintContext c) {
    return new TableAction.AddConstraint(tables.constraint(c.tableConstraint()), Fragments.span(c));
  }

  @Override
  public TableAction visitAddColumn(AddColumnContext c) {
    return new TableAction.AddColumn(columns.column(c.column()), c.ifNotExists() != null, Fragments.span(c));
  }

  @Override
  public TableAction visitDropConstraint(DropConstraintContext c) {
    return new TableAction.DropConstraint(fragments.ident(c.ident()), c.ifExists() != null,
        Fragments.cascades(c.dropBehavior()), Fragments.span(c));
  }

  @Override
  public TableAction visitDropColumn(DropColumnContext c) {
    return new TableAction.DropColumn(fragments.ident(c.ident()), c.ifExists() != null,
        Fragments.cascades(c.dropBehavior()), Fragments.span(c));
  }

  @Override
  public TableAction visitAlterConstraint(AlterConstraintContext c) {
    return alterConstraint(c, Fragments.span(c));
  }

  @Override
  public TableAction visitAlterColumn(AlterColumnContext c) {
    return c.columnAction().accept(new ColumnActionReader(fragments, types, column(c), Fragments.span(c)));
  }

  @Override
  public TableAction visitValidateConstraint(ValidateConstraintContext c) {
    return new TableAction.ValidateConstraint(fragments.ident(c.ident()), Fragments.span(c));
  }

  @Override
  public TableAction visitAttachPartition(AttachPartitionContext c) {
    return new TableAction.AttachPartition(fragments.name(c.qualifiedName()),
        Optional.ofNullable(c.partitionBound()).map(fragments::expression), Fragments.span(c));
  }

  @Override
  public TableAction visitDetachPartition(DetachPartitionContext c) {
    return new TableAction.DetachPartition(fragments.name(c.qualifiedName()),
        c.CONCURRENTLY() != null, c.FINALIZE() != null, Fragments.span(c));
  }

  @Override
  public TableAction visitSwitchRowSecurity(SwitchRowSecurityContext c) {
    return new TableAction.RowSecurity(c.ENABLE() != null ? Switch.ENABLE : Switch.DISABLE, Fragments.span(c));
  }

  @Override
  public TableAction visitForceRowSecurity(ForceRowSecurityContext c) {
    return new TableAction.RowSecurity(c.NO() != null ? Switch.NO_FORCE : Switch.FORCE, Fragments.span(c));
  }

  @Override
  public TableAction visitSwitchTrigger(SwitchTriggerContext c) {
    return switchTrigger(c, Fragments.span(c));
  }

  @Override
  public TableAction visitInherit(InheritContext c) {
    return new TableAction.Inherit(fragments.name(c.qualifiedName()), c.NO() != null, Fragments.span(c));
  }

  @Override
  public TableAction visitOfType(OfTypeContext c) {
    return new TableAction.OfType(Optional.of(fragments.name(c.qualifiedName())), Fragments.span(c));
  }

  @Override
  public TableAction visitNotOf(NotOfContext c) {
    return new TableAction.OfType(Optional.empty(), Fragments.span(c));
  }

  @Override
  public TableAction visitOwnerTo(OwnerToContext c) {
    return new TableAction.OwnerTo(fragments.role(c.role()), Fragments.span(c));
  }

  @Override
  public TableAction visitSetOptions(SetOptionsContext c) {
    return new TableAction.SetOptions(false, fragments.options(c.settings()), Fragments.span(c));
  }

  @Override
  public TableAction visitResetOptions(ResetOptionsContext c) {
    return new TableAction.SetOptions(true, fragments.options(c.settings()), Fragments.span(c));
  }

  @Override
  public TableAction visitSetLogged(SetLoggedContext c) {
    return new TableAction.SetLogged(c.LOGGED() != null, Fragments.span(c));
  }

  @Override
  public TableAction visitSetTablespace(SetTablespaceContext c) {
    return new TableAction.SetTablespace(fragments.ident(c.ident()).name(), Fragments.span(c));
  }

  @Override
  public TableAction visitSetAccessMethod(SetAccessMethodContext c) {
    return new TableAction.SetAccessMethod(fragments.text().name(c.getStop()), Fragments.span(c));
  }

  @Override
  public TableAction visitClusterOn(ClusterOnContext c) {
    return new TableAction.ClusterOn(fragments.maybe(c.ident()), Fragments.span(c));
  }

  @Override
  public TableAction visitSetWithout(SetWithoutContext c) {
    return new TableAction.ClusterOn(Optional.empty(), Fragments.span(c));
  }

  @Override
  public TableAction visitReplicaIdentity(ReplicaIdentityContext c) {
    return new TableAction.ReplicaIdentity(
        c.INDEX() != null ? "INDEX " + fragments.ident(c.ident()).name() : upper(c.getStop().getText()),
        Fragments.span(c));
  }

  @Override
  public TableAction visitForeignOptions(ForeignOptionsContext c) {
    return new TableAction.SetOptions(false, List.of(), Fragments.span(c));
  }

  /** ALTER INDEX ... ALTER COLUMN names a column by its number. */
  private Identifier column(AlterColumnContext context) {
    return context.ident() != null
        ? fragments.ident(context.ident())
        : new Identifier(context.NUMBER().getText(), SqlText.span(context.NUMBER().getSymbol()));
  }

  private TableAction alterConstraint(AlterConstraintContext context, Span span) {
    var attributes = context.constraintAttribute();
    boolean deferral = ColumnReader.has(attributes, SqlLexer.DEFERRABLE, false)
        || ColumnReader.has(attributes, SqlLexer.DEFERRABLE, true)
        || ColumnReader.has(attributes, SqlLexer.INITIALLY, false);
    boolean notEnforced = ColumnReader.has(attributes, SqlLexer.ENFORCED, true);
    boolean enforced = ColumnReader.has(attributes, SqlLexer.ENFORCED, false);
    Identifier name = fragments.ident(context.ident());
    return new TableAction.AlterConstraint(name,
        deferral ? Optional.of(ColumnReader.deferral(attributes)) : Optional.empty(),
        enforced || notEnforced ? Optional.of(enforced) : Optional.empty(), span);
  }

  private TableAction switchTrigger(SwitchTriggerContext context, Span span) {
    String mode = context.DISABLE() != null
        ? "DISABLE"
        : context.ALWAYS() != null ? "ENABLE ALWAYS" : context.REPLICA() != null ? "ENABLE REPLICA" : "ENABLE";
    String trigger = context.ident() != null
        ? fragments.ident(context.ident()).name()
        : upper(context.getStop().getText());
    return new TableAction.SwitchTrigger(context.RULE() != null, mode, trigger, span);
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
