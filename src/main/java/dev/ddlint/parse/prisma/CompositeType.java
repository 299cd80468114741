package dev.ddlint.parse.prisma;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** {@code type name { ... }}: a document inside a document, MongoDB only. */
public record CompositeType(Identifier name, List<Field> fields, List<Attribute> attributes,
    Optional<String> documentation, Span span) implements Block, Attributed {

  public CompositeType {
    fields = List.copyOf(fields);
    attributes = List.copyOf(attributes);
  }
}
