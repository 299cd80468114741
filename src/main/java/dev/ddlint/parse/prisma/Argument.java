package dev.ddlint.parse.prisma;

import dev.ddlint.text.Span;
import java.util.Optional;

/** {@code value} or {@code name: value}. */
public record Argument(Optional<Identifier> name, Expression value, Span span) implements Node {

  boolean isNamed(String wanted) {
    return name.isPresent() && name.get().text().equals(wanted);
  }
}
