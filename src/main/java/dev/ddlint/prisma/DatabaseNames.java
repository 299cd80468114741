package dev.ddlint.prisma;

import dev.ddlint.ir.ObjectName;
import dev.ddlint.parse.prisma.Attributed;
import dev.ddlint.parse.prisma.EnumBlock;
import dev.ddlint.parse.prisma.EnumValue;
import dev.ddlint.parse.prisma.Field;
import dev.ddlint.parse.prisma.Identifier;
import dev.ddlint.parse.prisma.Model;
import dev.ddlint.text.Span;
import java.util.Optional;

/** What things are called in the database. */
final class DatabaseNames {
  private static final String DEFAULT_SCHEMA = "public";

  private DatabaseNames() {}

  static ObjectName table(Model model) {
    return object(model, model.name());
  }

  static ObjectName type(EnumBlock enumeration) {
    return object(enumeration, enumeration.name());
  }

  static String column(Field field) {
    return cut(mapped(field, field.name()));
  }

  static String value(EnumValue value) {
    return mapped(value, value.name());
  }

  /** As {@code @@schema} says. */
  static Optional<String> schema(Attributed block) {
    return Arguments.attribute(block, "schema").flatMap(a -> Arguments.firstString(a, "map"))
        .map(DatabaseNames::cut);
  }

  /** What PostgreSQL keeps of a name. */
  static String cut(String name) {
    return ConstraintNames.cut(name, "");
  }

  /** The engine does not write the schema that the search path names. */
  private static ObjectName object(Attributed block, Identifier name) {
    return new ObjectName(schema(block).filter(s -> !s.equals(DEFAULT_SCHEMA)), cut(mapped(block, name)),
        name.span());
  }

  private static String mapped(Attributed node, Identifier name) {
    return Arguments.attribute(node, "map").flatMap(a -> Arguments.firstString(a, "name")).orElse(name.text());
  }

  /** The line that opens a block, without the brace. */
  static Span header(Span block, Identifier name) {
    return new Span(block.start(), name.span().end());
  }
}
