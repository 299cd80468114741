package dev.ddlint.parse;

import dev.ddlint.ir.ColumnConstraint;
import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.Deferral;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.Reference;
import dev.ddlint.ir.ReferentialAction;
import dev.ddlint.parse.grammar.PostgresDdl.*;
import dev.ddlint.parse.grammar.SqlLexer;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads column definitions and what is written on them. */
final class ColumnReader {
  private final Fragments fragments;
  private final TypeReader types;

  ColumnReader(Fragments fragments, TypeReader types) {
    this.fragments = fragments;
    this.types = types;
  }

  ColumnDefinition column(ColumnContext context) {
    Optional<String> collation = Optional.empty();
    Optional<String> storage = Optional.empty();
    Optional<String> compression = Optional.empty();
    for (ColumnPartContext part : context.columnPart()) {
      if (part.COLLATE() != null) {
        collation = Optional.of(fragments.joined(part.qualifiedName()));
      } else if (part.STORAGE() != null) {
        storage = Optional.of(fragments.written(part.storageKind()));
      } else if (part.COMPRESSION() != null) {
        compression = Optional.of(fragments.text().name(part.getStop()));
      }
    }
    return new ColumnDefinition(fragments.ident(context.ident()), types.maybe(context.typeName()), collation, storage,
        compression, constraints(context.columnPart()), Fragments.span(context));
  }

  /** The constraints, each with the attributes that follow it: DEFERRABLE, NOT ENFORCED. */
  List<ColumnConstraint> constraints(List<ColumnPartContext> parts) {
    List<ColumnConstraint> constraints = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      ColumnPartContext part = parts.get(i);
      if (part.columnConstraint() != null) {
        int end = i + 1;
        while (end < parts.size() && parts.get(end).constraintAttribute() != null) {
          end++;
        }
        List<ConstraintAttributeContext> attributes = parts.subList(i + 1, end).stream()
            .map(ColumnPartContext::constraintAttribute).toList();
        Span span = Fragments.span(part).to(Fragments.span(parts.get(end - 1)));
        constraints.add(constraint(part, attributes, span));
      }
    }
    return List.copyOf(constraints);
  }

  private ColumnConstraint constraint(ColumnPartContext part, List<ConstraintAttributeContext> attributes, Span span) {
    Optional<Identifier> name = part.CONSTRAINT() == null ? Optional.empty() : fragments.maybe(part.ident());
    return part.columnConstraint().accept(new ColumnConstraintReader(fragments, this, name, attributes, span));
  }

  static Deferral deferral(List<ConstraintAttributeContext> attributes) {
    boolean initially = has(attributes, SqlLexer.INITIALLY, false) && has(attributes, SqlLexer.DEFERRED, false);
    boolean deferrable = initially || has(attributes, SqlLexer.DEFERRABLE, false);
    return deferrable ? new Deferral(true, initially) : Deferral.NONE;
  }

  /** Whether an attribute with the keyword is there, with or without NOT before it. */
  static boolean has(List<ConstraintAttributeContext> attributes, int keyword, boolean negated) {
    return attributes.stream().anyMatch(attribute -> attribute.getToken(keyword, 0) != null
        && (attribute.NOT() != null) == negated);
  }

  Reference reference(ReferencesContext context) {
    ReferentialAction onDelete = ReferentialAction.NO_ACTION;
    ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
    List<Identifier> setColumns = List.of();
    for (ReferentialActionContext action : context.referentialAction()) {
      if (action.DELETE() != null) {
        onDelete = action(action);
        setColumns = fragments.columns(action.columnList());
      } else {
        onUpdate = action(action);
      }
    }
    List<Identifier> columns = context.referencedColumns() == null
        ? List.of()
        : fragments.idents(context.referencedColumns().ident());
    String match = context.matchKind() == null
        ? "SIMPLE"
        : SqlText.fold(fragments.written(context.matchKind()))
            .toUpperCase(java.util.Locale.ROOT);
    return new Reference(fragments.name(context.qualifiedName()), columns, match, onDelete, onUpdate, setColumns,
        Fragments.span(context));
  }

  private static ReferentialAction action(ReferentialActionContext context) {
    if (context.RESTRICT() != null) {
      return ReferentialAction.RESTRICT;
    } else if (context.CASCADE() != null) {
      return ReferentialAction.CASCADE;
    } else if (context.NULL() != null) {
      return ReferentialAction.SET_NULL;
    }
    return context.DEFAULT() != null ? ReferentialAction.SET_DEFAULT : ReferentialAction.NO_ACTION;
  }
}
