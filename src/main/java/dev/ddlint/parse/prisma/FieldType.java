package dev.ddlint.parse.prisma;

import dev.ddlint.text.Span;

/** The type of a field, without its arity. */
public sealed interface FieldType extends Node {

  /** A scalar, an enum, a model or a composite type: the syntax does not tell. */
  record Named(Identifier name) implements FieldType {

    @Override
    public Span span() {
      return name.span();
    }
  }

  /** {@code Unsupported("text")}: a type of the database that Prisma does not know. */
  record Unsupported(String text, Span span) implements FieldType {}
}
