package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.Arity;
import dev.ddlint.parse.prisma.Attribute;
import dev.ddlint.parse.prisma.Expression;
import dev.ddlint.parse.prisma.Expression.FunctionCall;
import dev.ddlint.parse.prisma.Expression.Reference;
import dev.ddlint.parse.prisma.Field;
import dev.ddlint.parse.prisma.FieldType;
import dev.ddlint.parse.prisma.Model;
import dev.ddlint.prisma.Declarations.Declared;
import dev.ddlint.text.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ids, uniques and indexes over fields that do not exist, that are relations, or of which there are too many. */
record KeyProblems(Declarations declarations, Problems problems) {

  void check(Declared<Model> declared) {
    Model model = declared.block();
    SourceFile file = declared.file();
    for (String key : List.of("id", "unique", "index")) {
      Arguments.attributes(model, key).forEach(attribute -> fields(model, attribute, file));
    }
    for (Field field : model.fields()) {
      for (String key : List.of("id", "unique")) {
        Arguments.attribute(field, key).ifPresent(attribute -> ofField(model, field, attribute, file));
      }
    }
    ids(model, file);
  }

  private void fields(Model model, Attribute attribute, SourceFile file) {
    String owner = model.name().text();
    List<Expression> elements = attribute.argument("fields", 0).map(Arguments::elements).orElse(List.of());
    if (elements.isEmpty()) {
      problems.add(file, attribute, owner, "`@@" + attribute.name() + "` names no field");
    }
    Set<String> seen = new HashSet<>();
    for (Expression element : elements) {
      name(element).ifPresent(name -> {
        Optional<Field> field = model.field(name);
        if (field.isEmpty() && name.indexOf('.') < 0) {
          problems.add(file, element, owner + "." + name,
              "`@@" + attribute.name() + "` names the field `" + name + "`, which `" + owner + "` does not have");
        } else if (field.filter(this::isRelation).isPresent()) {
          problems.add(file, element, owner + "." + name,
              "`@@" + attribute.name() + "` names the relation `" + name + "`", "name the fields of its `fields:`");
        } else if (!seen.add(name)) {
          problems.add(file, element, owner + "." + name,
              "`@@" + attribute.name() + "` names the field `" + name + "` twice");
        } else if (attribute.name().text().equals("id")) {
          field.filter(f -> f.arity() != Arity.REQUIRED).ifPresent(f -> problems.add(file, element,
              owner + "." + name, "`@@id` names `" + name + "`, which is not required"));
        }
      });
    }
  }

  private static Optional<String> name(Expression element) {
    return switch (element) {
      case Reference reference -> Optional.of(reference.path());
      case FunctionCall call -> Optional.of(call.name().text());
      default -> Optional.empty();
    };
  }

  private boolean isRelation(Field field) {
    return field.type() instanceof FieldType.Named named && Scalar.of(named.name().text()).isEmpty()
        && declarations.type(named.name().text()).filter(Model.class::isInstance).isPresent();
  }

  private void ofField(Model model, Field field, Attribute attribute, SourceFile file) {
    String object = model.name() + "." + field.name();
    String written = "`@" + attribute.name() + "`";
    if (isRelation(field)) {
      problems.add(file, attribute, object, written + " stands at the relation `" + field.name() + "`",
          "put it at the field that the relation uses");
    } else if (attribute.name().text().equals("id") && field.arity() != Arity.REQUIRED) {
      problems.add(file, attribute, object, written + " stands at `" + field.name() + "`, which is not required");
    }
  }

  private void ids(Model model, SourceFile file) {
    List<Field> ids = model.fields().stream().filter(f -> f.attribute("id").isPresent()).toList();
    boolean block = model.attribute("id").isPresent();
    if (ids.size() > 1) {
      problems.add(file, model.name(), model.name().text(), "`" + model.name() + "` has several `@id`",
          "write one `@@id([...])` over all of them");
    } else if (block && !ids.isEmpty()) {
      problems.add(file, model.name(), model.name().text(), "`" + model.name() + "` has both `@id` and `@@id`");
    }
    boolean unique = block || ids.stream().anyMatch(KeyProblems::isKnown)
        || model.attributes("unique").stream().anyMatch(a -> a.malformed() || isRequired(model, a))
        || model.fields().stream()
            .anyMatch(f -> f.attribute("unique").isPresent() && f.arity() != Arity.OPTIONAL && isKnown(f));
    boolean whole = declarations.datasource().isPresent() && !model.isView() && model.attribute("ignore").isEmpty();
    if (!unique && whole) {
      problems.add(file, model.name(), model.name().text(),
          "`" + model.name()
              + "` has no `@id` and no `@unique` over required fields: Prisma could not tell its rows apart");
    }
  }

  /** Prisma tells no rows apart by a type that it does not know. */
  private static boolean isKnown(Field field) {
    return field.type() instanceof FieldType.Named;
  }

  private static boolean isRequired(Model model, Attribute unique) {
    return unique.argument("fields", 0).map(Arguments::elements)
        .orElse(List.of()).stream().allMatch(element -> name(element).flatMap(model::field)
            .map(field -> field.arity() != Arity.OPTIONAL && isKnown(field)).orElse(true));
  }
}
