package dev.ddlint.parse.prisma;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** {@code datasource name { key = value }}. */
public record Datasource(Identifier name, List<Assignment> assignments, Optional<String> documentation, Span span)
    implements
      Block,
      ConfigBlock {

  public Datasource {
    assignments = List.copyOf(assignments);
  }
}
