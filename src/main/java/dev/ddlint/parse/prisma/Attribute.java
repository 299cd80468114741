package dev.ddlint.parse.prisma;

import dev.ddlint.text.Span;
import java.util.List;

/**
 * {@code @name(...)} of a field or enum value, {@code @@name(...)} of a block.
 *
 * @param name without {@code @}, such as {@code relation} or {@code db.VarChar}
 * @param malformed whether Prisma could not read it: then there are no arguments, and the file has an error on
 *     the line
 * @param span {@code @} included
 */
public record Attribute(Identifier name, List<Argument> arguments, boolean malformed, Span span)
    implements
      Node,
      Call {

  public Attribute {
    arguments = List.copyOf(arguments);
  }

  boolean is(String otherName) {
    return name.text().equals(otherName);
  }
}
