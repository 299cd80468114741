package dev.ddlint.parse;

import dev.ddlint.ir.ColumnConstraint;
import dev.ddlint.ir.Deferral;
import dev.ddlint.ir.Identifier;
import dev.ddlint.parse.grammar.PostgresDdl.*;
import dev.ddlint.parse.grammar.PostgresDdlBaseVisitor;
import dev.ddlint.parse.grammar.SqlLexer;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** Reads one constraint of a column, together with the attributes behind it. */
final class ColumnConstraintReader extends PostgresDdlBaseVisitor<ColumnConstraint> {
  private final Fragments fragments;
  private final ColumnReader columns;
  private final Optional<Identifier> name;
  private final Deferral deferral;
  private final boolean notEnforced;
  private final Span span;

  /**
   * @param attributes those that follow: DEFERRABLE, NOT ENFORCED
   * @param span from CONSTRAINT or the first keyword to the last attribute
   */
  ColumnConstraintReader(Fragments fragments, ColumnReader columns, Optional<Identifier> name,
      List<ConstraintAttributeContext> attributes, Span span) {
    this.fragments = fragments;
    this.columns = columns;
    this.name = name;
    this.deferral = ColumnReader.deferral(attributes);
    this.notEnforced = ColumnReader.has(attributes, SqlLexer.ENFORCED, true);
    this.span = span;
  }

  @Override
  public ColumnConstraint visitNotNull(NotNullContext c) {
    return new ColumnConstraint.NotNull(name, c.noInherit() != null, span);
  }

  @Override
  public ColumnConstraint visitNull(NullContext c) {
    return new ColumnConstraint.Null(name, span);
  }

  @Override
  public ColumnConstraint visitDefault(DefaultContext c) {
    return new ColumnConstraint.Default(name, fragments.expression(c.columnExpression()), span);
  }

  @Override
  public ColumnConstraint visitCheck(CheckContext c) {
    return new ColumnConstraint.Check(name, fragments.inside(c.group()), c.noInherit() != null, notEnforced, span);
  }

  @Override
  public ColumnConstraint visitUnique(UniqueContext c) {
    return new ColumnConstraint.Unique(name, false, Fragments.notDistinct(c.nullsDistinct()), deferral, span);
  }

  @Override
  public ColumnConstraint visitPrimary(PrimaryContext c) {
    return new ColumnConstraint.Unique(name, true, false, deferral, span);
  }

  @Override
  public ColumnConstraint visitForeign(ForeignContext c) {
    return new ColumnConstraint.References(name, columns.reference(c.references()), deferral, notEnforced, span);
  }

  @Override
  public ColumnConstraint visitIdentity(IdentityContext c) {
    return new ColumnConstraint.Identity(name, c.ALWAYS() != null,
        c.sequenceGroup() == null ? List.of() : fragments.sequenceOptions(c.sequenceGroup().sequenceOption()), span);
  }

  @Override
  public ColumnConstraint visitGenerated(GeneratedContext c) {
    return new ColumnConstraint.Generated(name, fragments.inside(c.group()), c.STORED() != null, span);
  }
}
