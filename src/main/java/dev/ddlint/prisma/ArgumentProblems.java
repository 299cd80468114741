package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.Argument;
import dev.ddlint.parse.prisma.Attribute;
import dev.ddlint.parse.prisma.Attributed;
import dev.ddlint.parse.prisma.Expression;
import dev.ddlint.parse.prisma.Field;
import dev.ddlint.parse.prisma.Model;
import dev.ddlint.prisma.Declarations.Declared;
import dev.ddlint.text.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Arguments that an attribute does not take, or not for PostgreSQL. */
record ArgumentProblems(Problems problems) {

  /** A key's own name is longer than what PostgreSQL keeps of one. */
  private static final int LONGEST = 63;

  /** @param unnamed how many may stand without a name */
  private record Takes(Set<String> named, int unnamed) {}

  private static final Takes NOTHING = new Takes(Set.of(), 0);
  private static final Map<String, Takes> OF_FIELD = Map.of(
      "id", new Takes(Set.of("map", "length", "sort", "clustered"), 0),
      "unique", new Takes(Set.of("map", "length", "sort", "clustered", "where"), 0),
      "default", new Takes(Set.of("value", "map"), 1),
      "relation", new Takes(Set.of("name", "fields", "references", "onDelete", "onUpdate", "map"), 1),
      "map", new Takes(Set.of("name"), 1), "updatedAt", NOTHING, "ignore", NOTHING);
  private static final Map<String, Takes> OF_MODEL = Map.of(
      "id", new Takes(Set.of("fields", "name", "map", "clustered"), 1),
      "unique", new Takes(Set.of("fields", "name", "map", "clustered", "where"), 1),
      "index", new Takes(Set.of("fields", "name", "map", "type", "clustered", "where"), 1),
      "map", new Takes(Set.of("name"), 1), "schema", new Takes(Set.of("map", "name"), 1), "ignore", NOTHING);

  void check(Declared<Model> declared) {
    Model model = declared.block();
    String owner = model.name().text();
    check(model, OF_MODEL, "@@", owner, declared.file());
    for (Field field : model.fields()) {
      check(field, OF_FIELD, "@", owner + "." + field.name(), declared.file());
    }
  }

  private void check(Attributed node, Map<String, Takes> taken, String marker, String object, SourceFile file) {
    for (Attribute attribute : node.attributes()) {
      Takes takes = taken.get(attribute.name().text());
      if (takes != null && !attribute.malformed()) {
        problem(attribute, takes, marker).ifPresent(message -> problems.add(file, attribute, object, message));
      }
    }
  }

  private static Optional<String> problem(Attribute attribute, Takes takes, String marker) {
    String written = "`" + marker + attribute.name() + "`";
    List<Argument> unnamed = attribute.arguments().stream().filter(a -> a.name().isEmpty()).toList();
    Optional<String> other = attribute.arguments().stream().flatMap(a -> a.name().stream()).map(n -> n.text())
        .filter(name -> !takes.named().contains(name)).findFirst();
    if (unnamed.size() > takes.unnamed()) {
      return Optional.of(takes.unnamed() == 0
          ? written + " takes no argument without a name"
          : written + " takes one argument without a name: several fields stand in brackets");
    }
    return other.map(name -> written + " has no argument `" + name + "`")
        .or(() -> onPostgres(attribute).map(name -> "PostgreSQL has no `" + name + ":` for " + written))
        .or(() -> names(attribute, marker, written));
  }

  /** The argument that is for other databases. */
  private static Optional<String> onPostgres(Attribute attribute) {
    String name = attribute.name().text();
    List<String> foreign = switch (name) {
      case "id" -> List.of("clustered", "length", "sort");
      case "unique", "index" -> List.of("clustered", "length");
      case "default" -> List.of("map");
      default -> List.of();
    };
    return foreign.stream().filter(argument -> attribute.argument(argument).isPresent()).findFirst();
  }

  private static Optional<String> names(Attribute attribute, String marker, String written) {
    boolean key = Set.of("id", "unique", "index", "relation").contains(attribute.name().text());
    Optional<String> map = attribute.argument("map").flatMap(Arguments::string);
    Optional<String> name = attribute.argument("name").flatMap(Arguments::string);
    if (key && map.filter(ArgumentProblems::isTooLong).isPresent()) {
      return Optional.of("the name in `map:` is longer than " + LONGEST + " bytes, the most that PostgreSQL keeps");
    }
    if (attribute.name().text().equals("index") && map.isPresent() && name.isPresent()) {
      return Optional.of(written + " has both `name:` and `map:`, which mean the same there");
    }
    if (marker.equals("@@") && Set.of("id", "unique").contains(attribute.name().text())
        && name.filter(n -> !isClientName(n)).isPresent()) {
      return Optional.of("the `name:` of " + written + " is one of the client's: letters, digits and `_`");
    }
    boolean text = attribute.argument("name", 0).map(value -> value instanceof Expression.StringLiteral).orElse(true);
    return attribute.name().text().equals("map") && !text ? Optional.of(written + " takes a text") : Optional.empty();
  }

  private static boolean isTooLong(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length > LONGEST;
  }

  private static boolean isClientName(String name) {
    return !name.isEmpty() && name.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '_'));
  }
}
