package dev.ddlint.parse;

import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Rename;
import dev.ddlint.ir.SetSchema;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TableAction.RowSecurity.Switch;
import dev.ddlint.parse.grammar.PostgresDdl.*;
import dev.ddlint.parse.grammar.SqlLexer;
import dev.ddlint.text.Span;
import java.util.Locale;
import java.util.Optional;

/** Reads ALTER TABLE and the statements that share its form. */
final class AlterTableReader {
  private final Fragments fragments;
  private final TypeReader types;
  private final ColumnReader columns;
  private final TableReader tables;

  AlterTableReader(Fragments fragments, TypeReader types, ColumnReader columns, TableReader tables) {
    this.fragments = fragments;
    this.types = types;
    this.columns = columns;
    this.tables = tables;
  }

  Statement alterTable(AlterTableContext context, Span span) {
    ObjectKind kind = kind(context.relationKind());
    ObjectName name = fragments.name(context.name);
    boolean ifExists = context.ifExists() != null;
    if (context.to != null) {
      return rename(context, kind, name, ifExists, span);
    } else if (context.schema != null) {
      return new SetSchema(kind, name, fragments.ident(context.schema), ifExists, span);
    }
    return new AlterTable(kind, name, ifExists, context.ONLY() != null,
        context.tableAction().stream().map(this::action).toList(), span);
  }

  private static ObjectKind kind(RelationKindContext context) {
    if (context.TABLE() != null) {
      return context.FOREIGN() != null ? ObjectKind.FOREIGN_TABLE : ObjectKind.TABLE;
    } else if (context.VIEW() != null) {
      return context.MATERIALIZED() != null ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW;
    } else if (context.INDEX() != null) {
      return ObjectKind.INDEX;
    }
    return context.SEQUENCE() != null ? ObjectKind.SEQUENCE : ObjectKind.TYPE;
  }

  private Rename rename(AlterTableContext context, ObjectKind kind, ObjectName name, boolean ifExists, Span span) {
    Identifier to = fragments.ident(context.to);
    boolean cascade = Fragments.cascades(context.dropBehavior());
    if (context.constraint != null) {
      return new Rename(ObjectKind.CONSTRAINT, kind, name, fragments.maybe(context.constraint), to, ifExists, cascade,
          span);
    } else if (context.from != null) {
      ObjectKind part = kind == ObjectKind.TYPE ? ObjectKind.ATTRIBUTE : ObjectKind.COLUMN;
      return new Rename(part, kind, name, fragments.maybe(context.from), to, ifExists, cascade, span);
    }
    return new Rename(kind, kind, name, Optional.empty(), to, ifExists, cascade, span);
  }

  private TableAction action(TableActionContext context) {
    Span span = Fragments.span(context);
    return switch (context) {
      case AddConstraintContext c -> new TableAction.AddConstraint(tables.constraint(c.tableConstraint()), span);
      case AddColumnContext c -> new TableAction.AddColumn(columns.column(c.column()), c.ifNotExists() != null, span);
      case DropConstraintContext c -> new TableAction.DropConstraint(fragments.ident(c.ident()), c.ifExists() != null,
          Fragments.cascades(c.dropBehavior()), span);
      case DropColumnContext c -> new TableAction.DropColumn(fragments.ident(c.ident()), c.ifExists() != null,
          Fragments.cascades(c.dropBehavior()), span);
      case AlterConstraintContext c -> alterConstraint(c, span);
      case AlterColumnContext c -> columnAction(column(c), c.columnAction(), span);
      case ValidateConstraintContext c -> new TableAction.ValidateConstraint(fragments.ident(c.ident()), span);
      case AttachPartitionContext c -> new TableAction.AttachPartition(fragments.name(c.qualifiedName()),
          Optional.ofNullable(c.partitionBound()).map(fragments::expression), span);
      case DetachPartitionContext c -> new TableAction.DetachPartition(fragments.name(c.qualifiedName()),
          c.CONCURRENTLY() != null, c.FINALIZE() != null, span);
      case SwitchRowSecurityContext c ->
        new TableAction.RowSecurity(c.ENABLE() != null ? Switch.ENABLE : Switch.DISABLE, span);
      case ForceRowSecurityContext c ->
        new TableAction.RowSecurity(c.NO() != null ? Switch.NO_FORCE : Switch.FORCE, span);
      case SwitchTriggerContext c -> switchTrigger(c, span);
      case InheritContext c -> new TableAction.Inherit(fragments.name(c.qualifiedName()), c.NO() != null, span);
      case OfTypeContext c -> new TableAction.OfType(Optional.of(fragments.name(c.qualifiedName())), span);
      case NotOfContext c -> new TableAction.OfType(Optional.empty(), span);
      case OwnerToContext c -> new TableAction.OwnerTo(fragments.written(c.role()), span);
      case SetOptionsContext c -> new TableAction.SetOptions(false, fragments.options(c.settings()), span);
      case ResetOptionsContext c -> new TableAction.SetOptions(true, fragments.options(c.settings()), span);
      case SetLoggedContext c -> new TableAction.SetLogged(c.LOGGED() != null, span);
      case SetTablespaceContext c -> new TableAction.SetTablespace(fragments.ident(c.ident()).name(), span);
      case SetAccessMethodContext c -> new TableAction.SetAccessMethod(fragments.text().name(c.getStop()), span);
      case ClusterOnContext c -> new TableAction.ClusterOn(fragments.maybe(c.ident()), span);
      case SetWithoutContext c -> new TableAction.ClusterOn(Optional.empty(), span);
      case ReplicaIdentityContext c -> new TableAction.ReplicaIdentity(
          c.INDEX() != null ? "INDEX " + fragments.ident(c.ident()).name() : upper(c.getStop().getText()), span);
      case ForeignOptionsContext c -> new TableAction.SetOptions(false, java.util.List.of(), span);
      default -> throw new IllegalStateException("not in the grammar: " + context.getClass());
    };
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

  private TableAction columnAction(Identifier column, ColumnActionContext context, Span span) {
    return switch (context) {
      case SetTypeContext c -> new TableAction.ChangeType(column, types.type(c.typeName()),
          Optional.ofNullable(c.qualifiedName()).map(fragments::joined),
          Optional.ofNullable(c.expression()).map(fragments::expression), span);
      case SetDefaultContext c -> new TableAction.SetDefault(column, fragments.expression(c.expression()), span);
      case DropDefaultContext c -> new TableAction.DropDefault(column, span);
      case SetNotNullContext c -> new TableAction.SetNotNull(column, span);
      case DropNotNullContext c -> new TableAction.DropNotNull(column, span);
      case AddIdentityContext c -> new TableAction.AddIdentity(column, c.ALWAYS() != null, c.sequenceGroup() == null
          ? java.util.List.of()
          : fragments.sequenceOptions(c.sequenceGroup().sequenceOption()), span);
      case SetIdentityContext c -> new TableAction.SetIdentity(column, always(c), span);
      case DropIdentityContext c -> new TableAction.DropIdentity(column, c.ifExists() != null, span);
      case SetExpressionContext c -> new TableAction.SetExpression(column, fragments.inside(c.group()), span);
      case DropExpressionContext c -> new TableAction.DropExpression(column, c.ifExists() != null, span);
      case SetStatisticsContext c -> setting(column, "STATISTICS", c, span);
      case SetStorageContext c -> setting(column, "STORAGE", c, span);
      case SetCompressionContext c -> setting(column, "COMPRESSION", c, span);
      default -> setting(column, "OPTIONS", context, span);
    };
  }

  private static Optional<Boolean> always(SetIdentityContext context) {
    return context.identityChange().stream().filter(change -> change.GENERATED() != null)
        .map(change -> change.ALWAYS() != null).findFirst();
  }

  private TableAction setting(Identifier column, String setting, ColumnActionContext context, Span span) {
    return new TableAction.SetColumnSetting(column, setting, fragments.written(context), span);
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
