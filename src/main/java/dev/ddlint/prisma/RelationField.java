package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.Arity;
import dev.ddlint.parse.prisma.Attribute;
import dev.ddlint.parse.prisma.Expression;
import dev.ddlint.parse.prisma.Field;
import java.util.List;
import java.util.Optional;

/**
 * A field that leads to a model.
 *
 * @param target the model's name
 * @param table the model's table, empty where the schema does not declare it
 * @param name as {@code @relation("name")} says
 */
record RelationField(ModelTable owner, Field field, String target, Optional<ModelTable> table, Optional<String> name) {

  RelationField(ModelTable owner, Field field, String target, Optional<ModelTable> table) {
    this(owner, field, target, table,
        Arguments.attribute(field, "relation").flatMap(a -> Arguments.firstString(a, "name")));
  }

  Optional<Attribute> attribute() {
    return Arguments.attribute(field, "relation");
  }

  boolean isList() {
    return field.arity() == Arity.LIST;
  }

  /** The elements of {@code fields:} or {@code references:}, empty where the argument is missing. */
  List<Expression> elements(String argument) {
    return attribute().flatMap(a -> a.argument(argument)).map(Arguments::elements).orElse(List.of());
  }

  /** Whether this side holds the reference. */
  boolean isForward() {
    return !isList() && !elements("fields").isEmpty();
  }

  boolean isSelfRelation() {
    return target.equals(owner.model().name().text());
  }
}
