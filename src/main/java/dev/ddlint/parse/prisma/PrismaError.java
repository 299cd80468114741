package dev.ddlint.parse.prisma;

import dev.ddlint.text.Span;
import java.util.Optional;

/**
 * What Prisma's own parser would refuse as well, at most one a line.
 *
 * @param message lower case, says what was expected
 * @param help what to write instead, when that is clear
 */
public record PrismaError(Span span, String message, Optional<String> help) implements Node {

  static PrismaError at(Span span, String message) {
    return new PrismaError(span, message, Optional.empty());
  }

  static PrismaError at(Span span, String message, String help) {
    return new PrismaError(span, message, Optional.of(help));
  }
}
