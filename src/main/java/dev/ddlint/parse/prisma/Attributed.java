package dev.ddlint.parse.prisma;

import java.util.List;
import java.util.Optional;

/** A declaration that takes attributes. */
public sealed interface Attributed permits Model, CompositeType, EnumBlock, Field, EnumValue {

  List<Attribute> attributes();

  /** The first attribute of a name, such as {@code relation}; malformed ones count. */
  default Optional<Attribute> attribute(String name) {
    for (Attribute attribute : attributes()) {
      if (attribute.is(name)) {
        return Optional.of(attribute);
      }
    }
    return Optional.empty();
  }

  /** All attributes of a name, such as {@code index}; malformed ones count. */
  default List<Attribute> attributes(String name) {
    return attributes().stream().filter(a -> a.is(name)).toList();
  }
}
