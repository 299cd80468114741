package dev.ddlint.parse.prisma;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** {@code enum name { VALUE ... }}. */
public record EnumBlock(Identifier name, List<EnumValue> values, List<Attribute> attributes,
    Optional<String> documentation, Span span) implements Block, Attributed {

  public EnumBlock {
    values = List.copyOf(values);
    attributes = List.copyOf(attributes);
  }
}
