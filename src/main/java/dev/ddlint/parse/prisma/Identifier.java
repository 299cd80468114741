package dev.ddlint.parse.prisma;

import dev.ddlint.text.Span;

/**
 * A name.
 *
 * @param text as written; a path such as {@code db.VarChar} has its dots and no spaces
 */
public record Identifier(String text, Span span) implements Node {

  @Override
  public String toString() {
    return text;
  }
}
