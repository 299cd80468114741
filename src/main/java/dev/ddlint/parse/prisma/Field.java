package dev.ddlint.parse.prisma;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A field of a model or composite type: a column, or a relation.
 *
 * @param documentation the text of the {@code ///} comments above it or behind it, joined by line feeds
 */
public record Field(Identifier name, FieldType type, Arity arity, List<Attribute> attributes,
    Optional<String> documentation, Span span) implements Node, Attributed {

  public Field {
    attributes = List.copyOf(attributes);
  }
}
