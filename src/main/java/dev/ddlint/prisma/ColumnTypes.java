package dev.ddlint.prisma;

import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.TypeName;
import dev.ddlint.parse.prisma.Arity;
import dev.ddlint.parse.prisma.Attribute;
import dev.ddlint.parse.prisma.Block;
import dev.ddlint.parse.prisma.EnumBlock;
import dev.ddlint.parse.prisma.Expression;
import dev.ddlint.parse.prisma.Field;
import dev.ddlint.parse.prisma.FieldType;
import dev.ddlint.prisma.ColumnType.Values;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** Finds the column type of a field. */
final class ColumnTypes {
  private final Declarations declarations;

  ColumnTypes(Declarations declarations) {
    this.declarations = declarations;
  }

  /** The type, or nothing where the field is a relation. */
  Optional<ColumnType> of(Field field) {
    return switch (field.type()) {
      case FieldType.Unsupported unsupported -> Optional.of(unsupported(field, unsupported));
      case FieldType.Named named -> {
        Optional<Scalar> scalar = Scalar.of(named.name().text());
        yield scalar.isPresent() ? Optional.of(scalar(field, scalar.get())) : declared(field, named.name().text());
      }
    };
  }

  private static ColumnType unsupported(Field field, FieldType.Unsupported type) {
    TypeName name = EmbeddedSql.type(type.text() + brackets(field), type.span());
    return new ColumnType(name, type.text() + brackets(field), name, new Values.Unknown());
  }

  private static ColumnType scalar(Field field, Scalar scalar) {
    Optional<Attribute> attribute = field.attributes().stream()
        .filter(a -> !a.malformed() && nativeType(a).isPresent()).findFirst();
    NativeType type = attribute.flatMap(ColumnTypes::nativeType).orElse(scalar.nativeType());
    List<String> written = attribute.map(ColumnTypes::modifiers).orElse(scalar.modifiers());
    List<String> modifiers = type.implied(written);
    Span span = attribute.map(a -> field.type().span().to(a.span())).orElse(field.type().span());
    TypeName base = name(Optional.empty(), type.internal(), modifiers, field, span);
    TypeName name = type.serial().filter(s -> isAutoIncrement(field))
        .map(s -> name(Optional.empty(), s, modifiers, field, span)).orElse(base);
    return new ColumnType(name, type.sql(written) + brackets(field), base, new Values.OfScalar(scalar));
  }

  /** The part behind the dot of {@code @db.VarChar}; the part before it is the datasource's name. */
  private static Optional<NativeType> nativeType(Attribute attribute) {
    String name = attribute.name().text();
    return name.contains(".") ? NativeType.of(name.substring(name.indexOf('.') + 1)) : Optional.empty();
  }

  private static List<String> modifiers(Attribute attribute) {
    return attribute.arguments().stream().map(a -> a.value())
        .filter(Expression.NumberLiteral.class::isInstance).map(v -> ((Expression.NumberLiteral) v).text()).toList();
  }

  private static boolean isAutoIncrement(Field field) {
    return Arguments.attribute(field, "default").flatMap(a -> a.argument("value", 0))
        .filter(v -> v instanceof Expression.FunctionCall call && call.name().text().equals("autoincrement"))
        .isPresent();
  }

  private Optional<ColumnType> declared(Field field, String name) {
    Optional<Block> block = declarations.type(name);
    if (block.isPresent()) {
      return block.filter(EnumBlock.class::isInstance).map(EnumBlock.class::cast)
          .map(e -> enumeration(field, DatabaseNames.type(e), Optional.of(e)));
    }
    return looksLikeEnum(field)
        ? Optional.of(enumeration(field, ObjectName.of(name), Optional.empty()))
        : Optional.empty();
  }

  /** In a fragment, a type that is not declared: no relation has these attributes, and only lists and options none. */
  private static boolean looksLikeEnum(Field field) {
    if (field.attribute("relation").isPresent()) {
      return false;
    }
    boolean ofColumn = field.attributes().stream()
        .anyMatch(a -> List.of("default", "map", "id", "unique").contains(a.name().text()));
    return ofColumn || field.arity() == Arity.REQUIRED;
  }

  private static ColumnType enumeration(Field field, ObjectName type, Optional<EnumBlock> declared) {
    TypeName name = name(type.schema(), type.name(), List.of(), field, field.type().span());
    String sql = type.schema().map(s -> SqlLiterals.name(s) + ".").orElse("") + SqlLiterals.name(type.name());
    return new ColumnType(name, sql + brackets(field), name, new Values.OfEnum(declared));
  }

  private static TypeName name(Optional<String> schema, String name, List<String> modifiers, Field field, Span span) {
    int dimensions = field.arity() == Arity.LIST ? 1 : 0;
    return new TypeName(schema, name, modifiers, dimensions, false, Optional.empty(), span);
  }

  private static String brackets(Field field) {
    return field.arity() == Arity.LIST ? "[]" : "";
  }
}
