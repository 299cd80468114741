package dev.ddlint.parse;

import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.TableAction;
import dev.ddlint.parse.grammar.PostgresDdl.*;
import dev.ddlint.parse.grammar.PostgresDdlBaseVisitor;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** Reads what ALTER TABLE ... ALTER COLUMN does with one column. */
final class ColumnActionReader extends PostgresDdlBaseVisitor<TableAction> {
  private final Fragments fragments;
  private final TypeReader types;
  private final Identifier column;
  private final Span span;

  /** @param span of the whole action */
  ColumnActionReader(Fragments fragments, TypeReader types, Identifier column, Span span) {
    this.fragments = fragments;
    this.types = types;
    this.column = column;
    this.span = span;
  }

  @Override
  public TableAction visitSetType(SetTypeContext c) {
    return new TableAction.ChangeType(column, types.type(c.typeName()),
        Optional.ofNullable(c.qualifiedName()).map(fragments::joined),
        Optional.ofNullable(c.expression()).map(fragments::expression), span);
  }

  @Override
  public TableAction visitSetDefault(SetDefaultContext c) {
    return new TableAction.SetDefault(column, fragments.expression(c.expression()), span);
  }

  @Override
  public TableAction visitDropDefault(DropDefaultContext c) {
    return new TableAction.DropDefault(column, span);
  }

  @Override
  public TableAction visitSetNotNull(SetNotNullContext c) {
    return new TableAction.SetNotNull(column, span);
  }

  @Override
  public TableAction visitDropNotNull(DropNotNullContext c) {
    return new TableAction.DropNotNull(column, span);
  }

  @Override
  public TableAction visitAddIdentity(AddIdentityContext c) {
    return new TableAction.AddIdentity(column, c.ALWAYS() != null, c.sequenceGroup() == null
        ? List.of()
        : fragments.sequenceOptions(c.sequenceGroup().sequenceOption()), span);
  }

  @Override
  public TableAction visitSetIdentity(SetIdentityContext c) {
    return new TableAction.SetIdentity(column, always(c), span);
  }

  @Override
  public TableAction visitDropIdentity(DropIdentityContext c) {
    return new TableAction.DropIdentity(column, c.ifExists() != null, span);
  }

  @Override
  public TableAction visitSetExpression(SetExpressionContext c) {
    return new TableAction.SetExpression(column, fragments.inside(c.group()), span);
  }

  @Override
  public TableAction visitDropExpression(DropExpressionContext c) {
    return new TableAction.DropExpression(column, c.ifExists() != null, span);
  }

  @Override
  public TableAction visitSetStatistics(SetStatisticsContext c) {
    return setting(column, "STATISTICS", c, span);
  }

  @Override
  public TableAction visitSetStorage(SetStorageContext c) {
    return setting(column, "STORAGE", c, span);
  }

  @Override
  public TableAction visitSetCompression(SetCompressionContext c) {
    return setting(column, "COMPRESSION", c, span);
  }

  @Override
  public TableAction visitSetColumnOptions(SetColumnOptionsContext c) {
    return setting(column, "OPTIONS", c, span);
  }

  @Override
  public TableAction visitColumnForeignOptions(ColumnForeignOptionsContext c) {
    return setting(column, "OPTIONS", c, span);
  }

  private static Optional<Boolean> always(SetIdentityContext context) {
    return context.identityChange().stream().filter(change -> change.GENERATED() != null)
        .map(change -> change.ALWAYS() != null).findFirst();
  }

  private TableAction setting(Identifier column, String setting, ColumnActionContext context, Span span) {
    return new TableAction.SetColumnSetting(column, setting, fragments.written(context), span);
  }
}
