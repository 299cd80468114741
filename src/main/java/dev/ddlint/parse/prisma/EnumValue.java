package dev.ddlint.parse.prisma;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** A value of an enum, such as {@code ADMIN @map("admin")}. */
public record EnumValue(Identifier name, List<Attribute> attributes, Optional<String> documentation, Span span)
    implements
      Node,
      Attributed {

  public EnumValue {
    attributes = List.copyOf(attributes);
  }
}
