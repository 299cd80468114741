package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.Arity;
import dev.ddlint.parse.prisma.Attribute;
import dev.ddlint.parse.prisma.Block;
import dev.ddlint.parse.prisma.EnumBlock;
import dev.ddlint.parse.prisma.Expression;
import dev.ddlint.parse.prisma.Expression.ArrayLiteral;
import dev.ddlint.parse.prisma.Expression.FunctionCall;
import dev.ddlint.parse.prisma.Expression.NumberLiteral;
import dev.ddlint.parse.prisma.Expression.ObjectLiteral;
import dev.ddlint.parse.prisma.Expression.Reference;
import dev.ddlint.parse.prisma.Expression.StringLiteral;
import dev.ddlint.parse.prisma.Field;
import dev.ddlint.parse.prisma.FieldType;
import dev.ddlint.parse.prisma.Model;
import dev.ddlint.prisma.Declarations.Declared;
import dev.ddlint.text.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Types that do not exist, and defaults that do not fit them. */
record FieldProblems(Declarations declarations, Problems problems) {
  void check(Declared<Model> model) {
    for (Field field : model.block().fields()) {
      String object = model.block().name() + "." + field.name();
      if (field.type() instanceof FieldType.Named named) {
        check(field, named, object, model.file());
      }
    }
  }

  private void check(Field field, FieldType.Named type, String object, SourceFile file) {
    String name = type.name().text();
    Optional<Scalar> scalar = Scalar.of(name);
    Optional<Block> declared = declarations.type(name);
    if (scalar.isEmpty() && declared.isEmpty()) {
      unknown(type, object, file);
      return;
    }
    Arguments.attribute(field, "updatedAt").filter(a -> scalar.filter(Scalar.DATE_TIME::equals).isEmpty())
        .ifPresent(a -> problems.add(file, a, object, "`@updatedAt` stands at a field that is no `DateTime`"));
    Arguments.attribute(field, "updatedAt").filter(a -> field.arity() == Arity.LIST)
        .ifPresent(a -> problems.add(file, a, object, "`@updatedAt` stands at a list"));
    if (scalar.isPresent() || declared.filter(EnumBlock.class::isInstance).isPresent()) {
      Arguments.attribute(field, "relation").ifPresent(a -> problems.add(file, a, object,
          "`@relation` stands at a field that leads to no model", "put it at a field whose type is a model"));
    }
    declared.filter(EnumBlock.class::isInstance).flatMap(e -> field.attributes().stream()
        .filter(a -> !a.malformed() && a.name().text().contains(".")).findFirst()).ifPresent(
            a -> problems.add(file, a, object, "an enum is stored as itself and has no native type"));
    Optional<Attribute> attribute = Arguments.attribute(field, "default");
    attribute.flatMap(a -> a.argument("value", 0)).ifPresent(
        value -> defaultValue(value, field, scalar, declared, object, file));
  }

  /** A fragment leaves out what others declare. */
  private void unknown(FieldType.Named type, String object, SourceFile file) {
    if (declarations.datasource().isPresent()) {
      String name = type.name().text();
      Optional<String> meant = List.of("String", "Boolean", "Int", "BigInt", "Float", "Decimal", "DateTime", "Json",
          "Bytes").stream().filter(name::equalsIgnoreCase).findFirst();
      String message = "no model, enum or type of Prisma's own is named `" + name + "`";
      meant.ifPresentOrElse(m -> problems.add(file, type, object, message, "write `" + m + "`"),
          () -> problems.add(file, type, object, message));
    }
  }

  private void defaultValue(Expression value, Field field, Optional<Scalar> scalar, Optional<Block> declared,
      String object, SourceFile file) {
    if (declared.filter(Model.class::isInstance).isPresent()) {
      problems.add(file, value, object, "a relation has no default");
    } else if (value instanceof FunctionCall call) {
      function(call, scalar, object, file);
    } else if (field.arity() == Arity.LIST != value instanceof ArrayLiteral) {
      problems.add(file, value, object, field.arity() == Arity.LIST
          ? "the default of a list is a list"
          : "the default of a field that is no list is a single value");
    } else {
      Arguments.elements(value).forEach(element -> single(element, scalar, declared, object, file));
    }
  }

  private void function(FunctionCall call, Optional<Scalar> scalar, String object, SourceFile file) {
    String name = call.name().text();
    if (!DefaultFunctions.isKnown(name)) {
      problems.add(file, call, object, "Prisma has no function `" + name + "()` for PostgreSQL",
          "write `dbgenerated(\"...\")` for a function of the database");
    } else if (!DefaultFunctions.makes(name, scalar)) {
      problems.add(file, call, object, "`" + name + "()` makes no value for this type of field");
    } else {
      DefaultFunctions.wants(call)
          .ifPresent(wanted -> problems.add(file, call, object, "`" + name + "()` " + wanted));
    }
  }

  private void single(Expression value, Optional<Scalar> scalar, Optional<Block> declared, String object,
      SourceFile file) {
    if (declared.isPresent() && declared.get() instanceof EnumBlock values && scalar.isEmpty()) {
      boolean known = Arguments.word(value)
          .filter(word -> values.values().stream().anyMatch(v -> v.name().text().equals(word))).isPresent();
      if (!known) {
        problems.add(file, value, object, "the enum `" + values.name() + "` has no such value");
      }
    } else if (scalar.isPresent() && !fits(value, scalar.get())) {
      problems.add(file, value, object, "the default is no value of this type of field");
    }
  }

  private static boolean fits(Expression value, Scalar scalar) {
    return switch (value) {
      case NumberLiteral number -> switch (scalar) {
        case INT, BIG_INT -> number.text().indexOf('.') < 0;
        case FLOAT, DECIMAL -> true;
        default -> false;
      };
      case StringLiteral string -> scalar == Scalar.DATE_TIME
          ? SqlLiterals.isDateTime(string.value())
          : scalar == Scalar.JSON
              ? JsonText.isValid(string.value())
              : scalar == Scalar.BYTES
                  ? isBase64(string.value())
                  : scalar != Scalar.BOOLEAN && !scalar.isWhole() && scalar != Scalar.FLOAT;
      case Reference(String word, var span) -> scalar == Scalar.BOOLEAN
          && (word.equals("true") || word.equals("false"));
      case ObjectLiteral object -> false;
      case ArrayLiteral array -> false;
      case FunctionCall call -> true;
    };
  }

  private static boolean isBase64(String text) {
    boolean letters = text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "+/=".indexOf(c) >= 0));
    return letters && text.length() % 4 == 0 && text.replaceFirst("={1,2}$", "").indexOf('=') < 0;
  }
}
