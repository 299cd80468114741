package dev.ddlint.parse.prisma;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** {@code generator name { key = value }}. */
public record Generator(Identifier name, List<Assignment> assignments, Optional<String> documentation, Span span)
    implements
      Block,
      ConfigBlock {

  public Generator {
    assignments = List.copyOf(assignments);
  }
}
