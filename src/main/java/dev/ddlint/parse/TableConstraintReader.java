package dev.ddlint.parse;

import dev.ddlint.ir.Deferral;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.ir.TableConstraint.Exclusion.Element;
import dev.ddlint.parse.grammar.PostgresDdl.*;
import dev.ddlint.parse.grammar.PostgresDdlBaseVisitor;
import dev.ddlint.parse.grammar.SqlLexer;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one table constraint, together with the attributes behind it. */
final class TableConstraintReader extends PostgresDdlBaseVisitor<TableConstraint> {
  private final Fragments fragments;
  private final ColumnReader columns;
  private final Optional<Identifier> name;
  private final Deferral deferral;
  private final boolean notValid;
  private final boolean notEnforced;
  private final Span span;

  TableConstraintReader(Fragments fragments, ColumnReader columns, TableConstraintContext context) {
    List<ConstraintAttributeContext> attributes = context.constraintAttribute();
    this.fragments = fragments;
    this.columns = columns;
    this.name = fragments.maybe(context.ident());
    this.deferral = ColumnReader.deferral(attributes);
    this.notValid = ColumnReader.has(attributes, SqlLexer.VALID, true);
    this.notEnforced = ColumnReader.has(attributes, SqlLexer.ENFORCED, true);
    this.span = Fragments.span(context);
  }

  @Override
  public TableConstraint visitTableCheck(TableCheckContext c) {
    return new TableConstraint.Check(name, fragments.inside(c.group()), c.noInherit() != null, notEnforced, notValid,
        span);
  }

  @Override
  public TableConstraint visitTableUnique(TableUniqueContext c) {
    return new TableConstraint.Unique(name, false, keys(c.keyColumns()),
        include(c.indexParameters()), Fragments.notDistinct(c.nullsDistinct()), c.keyColumns().WITHOUT() != null,
        Optional.empty(), deferral, span);
  }

  @Override
  public TableConstraint visitTablePrimary(TablePrimaryContext c) {
    return new TableConstraint.Unique(name, true, keys(c.keyColumns()),
        include(c.indexParameters()), false, c.keyColumns().WITHOUT() != null, Optional.empty(), deferral, span);
  }

  @Override
  public TableConstraint visitUniqueUsingIndex(UniqueUsingIndexContext c) {
    return usingIndex(false, c.ident());
  }

  @Override
  public TableConstraint visitPrimaryUsingIndex(PrimaryUsingIndexContext c) {
    return usingIndex(true, c.ident());
  }

  @Override
  public TableConstraint visitTableForeign(TableForeignContext c) {
    return new TableConstraint.ForeignKey(name, fragments.idents(c.foreignColumns().ident()),
        columns.reference(c.references()), c.foreignColumns().PERIOD() != null, deferral, notEnforced, notValid,
        span);
  }

  @Override
  public TableConstraint visitTableExclusion(TableExclusionContext c) {
    return exclusion(c);
  }

  @Override
  public TableConstraint visitTableNotNull(TableNotNullContext c) {
    return new TableConstraint.NotNull(name, fragments.ident(c.ident()), c.noInherit() != null, notValid, span);
  }

  private List<Identifier> keys(KeyColumnsContext context) {
    return context.overlaps == null
        ? fragments.idents(context.ident())
        : fragments.idents(context.ident().subList(0, context.ident().size() - 1));
  }

  private List<Identifier> include(@Nullable IndexParametersContext context) {
    return context == null || context.include() == null ? List.of() : fragments.columns(context.include().columnList());
  }

  private TableConstraint usingIndex(boolean primary, IdentContext index) {
    return new TableConstraint.Unique(name, primary, List.of(), List.of(), false, false,
        Optional.of(fragments.ident(index)), deferral, span);
  }

  private TableConstraint exclusion(TableExclusionContext context) {
    String method = context.ident() == null ? "btree" : fragments.ident(context.ident()).name();
    List<Element> elements = context.exclusion().stream().map(this::element).toList();
    Optional<Expression> predicate = context.group() == null
        ? Optional.empty()
        : Optional.of(fragments.inside(context.group()));
    return new TableConstraint.Exclusion(name, method, elements, include(context.indexParameters()), predicate,
        deferral,
        span);
  }

  private Element element(ExclusionContext context) {
    StringBuilder operator = new StringBuilder();
    context.operatorSymbol().forEach(symbol -> operator.append(fragments.written(symbol)));
    if (context.group() != null) {
      operator.append(fragments.inside(context.group()).text());
    }
    return new Element(fragments.indexKey(context.indexKey()), operator.toString());
  }
}
