package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.Arity;
import dev.ddlint.parse.prisma.Attribute;
import dev.ddlint.parse.prisma.Expression;
import dev.ddlint.parse.prisma.Field;
import dev.ddlint.parse.prisma.FieldType;
import dev.ddlint.parse.prisma.Model;
import dev.ddlint.prisma.Declarations.Declared;
import dev.ddlint.text.SourceFile;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Relations whose two sides do not belong together, or whose fields do not exist. */
final class RelationProblems {
  private static final List<String> ACTIONS = List.of("Cascade", "Restrict", "NoAction", "SetNull", "SetDefault");

  private final Declarations declarations;
  private final Problems problems;
  private final Map<Model, List<Side>> known = new IdentityHashMap<>();

  RelationProblems(Declarations declarations, Problems problems) {
    this.declarations = declarations;
    this.problems = problems;
  }

  /** A relation field in its model. */
  private record Side(Model model, SourceFile file, Field field, Model target, Optional<String> name) {

    static Side of(Model model, SourceFile file, Field field, Model target) {
      return new Side(model, file, field, target,
          Arguments.attribute(field, "relation").flatMap(a -> Arguments.firstString(a, "name")));
    }

    String object() {
      return model.name() + "." + field.name();
    }

    Optional<Attribute> attribute() {
      return Arguments.attribute(field, "relation");
    }

    List<String> names(String argument) {
      return attribute().flatMap(a -> a.argument(argument)).map(Arguments::elements).orElse(List.of()).stream()
          .flatMap(e -> Arguments.word(e).stream()).toList();
    }

    boolean isList() {
      return field.arity() == Arity.LIST;
    }

    boolean isSelf() {
      return model == target;
    }
  }

  void check(Declared<Model> declared) {
    List<Side> sides = sides(declared.block(), declared.file());
    sides.forEach(side -> {
      Arguments.attribute(side.field(), "map").ifPresent(map -> problems.add(side.file(), map, side.object(),
          "`@map` stands at the relation `" + side.object() + "`, which is no column",
          "put it at the field that it uses"));
      if (side.field().attributes().stream().noneMatch(a -> a.malformed() && a.name().text().equals("relation"))) {
        check(side, sides);
      }
    });
  }

  private List<Side> sides(Model model, SourceFile file) {
    return known.computeIfAbsent(model, m -> find(m, file));
  }

  private List<Side> find(Model model, SourceFile file) {
    return model.fields().stream().flatMap(field -> target(field)
        .map(target -> Side.of(model, file, field, target)).stream()).toList();
  }

  private Optional<Model> target(Field field) {
    return field.type() instanceof FieldType.Named named && Scalar.of(named.name().text()).isEmpty()
        ? declarations.type(named.name().text()).filter(Model.class::isInstance).map(Model.class::cast)
        : Optional.empty();
  }

  private void check(Side side, List<Side> sides) {
    boolean several = sides.stream().anyMatch(other -> other.field() != side.field()
        && other.target() == side.target() && other.name().equals(side.name()));
    List<Side> opposites = sides(side.target(), side.file()).stream().filter(
        other -> other.target() == side.model() && other.name().equals(side.name())
            && other.field() != side.field())
        .toList();
    if (side.isSelf() ? ambiguous(side, opposites) : several) {
      problems.add(side.file(), side.field(), side.object(),
          "`" + side.object() + "` is one of several relations to `" + side.target().name()
              + "` without names of their own",
          "give each relation a name, at both of its ends: `@relation(\"" + side.field().name() + "\")`");
    } else if (opposites.isEmpty()) {
      opposite(side);
    } else {
      pair(side, opposites.getFirst());
      joined(side, opposites.getFirst());
    }
    fields(side);
    side.attribute().ifPresent(attribute -> actions(side, attribute));
  }

  private void actions(Side side, Attribute attribute) {
    boolean holds = attribute.argument("fields").isPresent();
    for (String argument : List.of("onDelete", "onUpdate")) {
      Optional<String> action = Arguments.word(attribute, argument);
      if (action.filter(word -> !ACTIONS.contains(word)).isPresent()) {
        problems.add(side.file(), attribute, side.object(),
            "`" + argument + "` is one of " + String.join(", ", ACTIONS));
      } else if (action.isPresent() && !holds) {
        problems.add(side.file(), attribute, side.object(), "`" + argument + "` stands at the end of the relation that"
            + " holds no key", "put it beside `fields:`");
      }
    }
    if (Arguments.firstString(attribute, "name").filter(String::isEmpty).isPresent()) {
      problems.add(side.file(), attribute, side.object(), "the name of a relation is not empty");
    }
  }

  /** Of two lists Prisma makes a table of its own, with a column for the id of each. */
  private void joined(Side side, Side other) {
    boolean many = side.isList() && other.isList() && side.names("fields").isEmpty();
    if (many && side.target().fields().stream().noneMatch(field -> field.attribute("id").isPresent())) {
      problems.add(side.file(), side.field(), side.object(), "`" + side.target().name()
          + "` has no `@id`, which the table of a many-to-many relation needs",
          "make a model of the table, with a relation to each side");
    }
  }

  /** The two ends of a relation with itself need a name, lest they be taken for two relations. */
  private static boolean ambiguous(Side side, List<Side> opposites) {
    return opposites.size() > 1 || opposites.size() == 1 && side.name().isEmpty();
  }

  private void opposite(Side side) {
    if (declarations.datasource().isPresent()) {
      String model = side.model().name().text();
      problems.add(side.file(), side.field(), side.object(),
          "`" + side.target().name() + "` has no field that leads back to `" + side.object() + "`",
          "add a field of type `" + model + "[]` or `" + model + "?` to `" + side.target().name() + "`");
    }
  }

  private void pair(Side side, Side other) {
    boolean mine = !side.names("fields").isEmpty();
    boolean theirs = !other.names("fields").isEmpty();
    if (mine && theirs) {
      problems.add(side.file(), side.field(), side.object(),
          "both ends of the relation `" + side.object() + "` have `fields:`", "keep it at one of them");
    } else if (side.isList() && mine) {
      problems.add(side.file(), side.field(), side.object(), "the list `" + side.object() + "` cannot have `fields:`",
          "put them at the other end of the relation");
    } else if (!mine && !theirs && !side.isList()) {
      problems.add(side.file(), side.field(), side.object(), "no end of the relation `" + side.object() + "` says which"
          + " field holds it", "write `@relation(fields: [...], references: [...])`");
    } else if (!mine && !side.isList() && !other.isList() && side.field().arity() == Arity.REQUIRED) {
      problems.add(side.file(), side.field(), side.object(),
          "`" + side.object() + "` is the end of a one-to-one relation without a field: it may be empty",
          "write the type with `?`");
    }
  }

  private void fields(Side side) {
    Optional<Attribute> attribute = side.attribute();
    if (attribute.isEmpty()) {
      return;
    }
    List<String> fields = side.names("fields");
    List<String> references = side.names("references");
    boolean known = exist(side, "fields", side.model()) & exist(side, "references", side.target());
    if (fields.size() != references.size()) {
      problems.add(side.file(), attribute.get(), side.object(),
          "`fields:` and `references:` of `" + side.object() + "` do not have the same number of fields");
    } else if (known && !fields.isEmpty()) {
      types(side, fields, references);
    }
  }

  private boolean exist(Side side, String argument, Model model) {
    boolean all = true;
    List<Expression> elements = side.attribute().flatMap(a -> a.argument(argument)).map(Arguments::elements)
        .orElse(List.of());
    for (Expression element : elements) {
      Optional<String> name = Arguments.word(element);
      Optional<Field> field = name.flatMap(model::field);
      if (field.isEmpty() || target(field.get()).isPresent()) {
        all = false;
        problems.add(side.file(), element, side.object(), field.isEmpty()
            ? "`" + model.name() + "` has no field `" + name.orElse("?") + "`"
            : "`" + model.name() + "." + name.orElse("?") + "` is a relation, not a field that could hold one");
      }
    }
    return all;
  }

  private void types(Side side, List<String> fields, List<String> references) {
    for (int i = 0; i < fields.size(); i++) {
      Field own = side.model().field(fields.get(i)).orElseThrow();
      Field other = side.target().field(references.get(i)).orElseThrow();
      if (!type(own).equals(type(other))) {
        problems.add(side.file(), side.field(), side.object(),
            "`" + own.name() + "` is " + type(own) + " and refers to `"
                + side.target().name() + "." + other.name() + "`, which is " + type(other));
        return;
      }
    }
    if (!isUnique(side.target(), references)) {
      problems.add(side.file(), side.field(), side.object(), "`" + side.object() + "` refers to `"
          + String.join(", ", references) + "`, which no `@id` and no `@unique` of `" + side.target().name()
          + "` covers");
    } else if (side.field().arity() == Arity.REQUIRED
        && fields.stream().anyMatch(f -> side.model().field(f).orElseThrow().arity() == Arity.OPTIONAL)) {
      problems.add(side.file(), side.field(), side.object(),
          "`" + side.object() + "` is required, and a field that it uses is optional", "write its type with `?`");
    } else {
      oneToOne(side, fields);
    }
  }

  /** Of one row on each side, the field that holds the relation must be unique. */
  private void oneToOne(Side side, List<String> fields) {
    boolean single = sides(side.target(), side.file()).stream().anyMatch(other -> other.target() == side.model()
        && other.name().equals(side.name()) && other.field() != side.field() && !other.isList());
    if (single && !side.isList() && !isUnique(side.model(), fields)) {
      problems.add(side.file(), side.field(), side.object(), "the one-to-one relation `" + side.object()
          + "` uses a field that is not unique", "put `@unique` at `" + String.join(", ", fields) + "`");
    }
  }

  private static String type(Field field) {
    return switch (field.type()) {
      case FieldType.Named named -> named.name().text();
      case FieldType.Unsupported unsupported -> unsupported.text();
    };
  }

  private static boolean isUnique(Model model, List<String> fields) {
    Set<String> wanted = new HashSet<>(fields);
    boolean single = wanted.size() == 1 && model.field(fields.getFirst())
        .filter(f -> f.attribute("id").isPresent() || f.attribute("unique").isPresent()).isPresent();
    return single || List.of("id", "unique").stream().flatMap(key -> model.attributes(key).stream())
        .anyMatch(a -> Set.copyOf(names(a)).equals(wanted));
  }

  private static List<String> names(Attribute attribute) {
    return attribute.argument("fields", 0).map(Arguments::elements).orElse(List.of()).stream()
        .map(e -> e instanceof Expression.FunctionCall call ? call.name().text() : Arguments.word(e).orElse("?"))
        .distinct().toList();
  }
}
