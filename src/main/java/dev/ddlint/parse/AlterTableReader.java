package dev.ddlint.parse;

import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Rename;
import dev.ddlint.ir.SetSchema;
import dev.ddlint.ir.Statement;
import dev.ddlint.parse.grammar.PostgresDdl.*;
import dev.ddlint.text.Span;
import java.util.Optional;

/** Reads ALTER TABLE and the statements that share its form. */
final class AlterTableReader {
  private final Fragments fragments;
  private final TableActionReader actions;

  AlterTableReader(Fragments fragments, TypeReader types, ColumnReader columns, TableReader tables) {
    this.fragments = fragments;
    this.actions = new TableActionReader(fragments, types, columns, tables);
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
        context.tableAction().stream().map(actions::visit).toList(), span);
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
}
