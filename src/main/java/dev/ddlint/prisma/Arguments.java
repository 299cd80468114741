package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.Attribute;
import dev.ddlint.parse.prisma.Attributed;
import dev.ddlint.parse.prisma.Call;
import dev.ddlint.parse.prisma.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What attributes and functions are given; attributes that Prisma could not read are not there. */
final class Arguments {

  private Arguments() {}

  static Optional<Attribute> attribute(Attributed node, String name) {
    for (Attribute attribute : node.attributes()) {
      if (!attribute.malformed() && attribute.name().text().equals(name)) {
        return Optional.of(attribute);
      }
    }
    return Optional.empty();
  }

  static List<Attribute> attributes(Attributed node, String name) {
    List<Attribute> found = new ArrayList<>();
    for (Attribute attribute : node.attributes()) {
      if (!attribute.malformed() && attribute.name().text().equals(name)) {
        found.add(attribute);
      }
    }
    return found;
  }

  static Optional<String> string(Expression value) {
    return value instanceof Expression.StringLiteral literal ? Optional.of(literal.value()) : Optional.empty();
  }

  /** A database name by argument name only, such as {@code map: "x"}; an empty one counts as none. */
  static Optional<String> name(Call call, String argument) {
    return call.argument(argument).flatMap(Arguments::string).filter(s -> !s.isEmpty()).map(DatabaseNames::cut);
  }

  /** A string by name or as the first argument without a name. */
  static Optional<String> firstString(Call call, String name) {
    return call.argument(name, 0).flatMap(Arguments::string);
  }

  /** The word of a constant such as {@code sort: Desc}. */
  static Optional<String> word(Call call, String name) {
    return call.argument(name).flatMap(Arguments::word);
  }

  static Optional<String> word(Expression value) {
    return value instanceof Expression.Reference reference ? Optional.of(reference.path()) : Optional.empty();
  }

  /** The elements of an array; a single value stands for an array of one. */
  static List<Expression> elements(Expression value) {
    return value instanceof Expression.ArrayLiteral array ? array.elements() : List.of(value);
  }
}
