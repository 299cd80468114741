package dev.ddlint.prisma;

import dev.ddlint.ir.Expression;
import dev.ddlint.parse.prisma.Attribute;
import dev.ddlint.parse.prisma.EnumBlock;
import dev.ddlint.parse.prisma.Expression.ArrayLiteral;
import dev.ddlint.parse.prisma.Expression.FunctionCall;
import dev.ddlint.parse.prisma.Expression.NumberLiteral;
import dev.ddlint.parse.prisma.Expression.Reference;
import dev.ddlint.parse.prisma.Expression.StringLiteral;
import dev.ddlint.parse.prisma.Field;
import dev.ddlint.prisma.ColumnType.Values;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the default that the database holds; uuid(), cuid() and the like are made by Prisma's client. */
final class Defaults {

  private Defaults() {}

  static Optional<Expression> of(Field field, ColumnType type) {
    Optional<Attribute> attribute = Arguments.attribute(field, "default");
    return attribute.flatMap(a -> a.argument("value", 0)).flatMap(
        value -> switch (value) {
          case FunctionCall call -> function(call);
          case ArrayLiteral array -> list(array, type);
          default -> literal(value, type.values()).map(sql -> new Expression(sql, Set.of(), value.span()));
        });
  }

  private static Optional<Expression> function(FunctionCall call) {
    Span span = call.span();
    return switch (call.name().text()) {
      case "now" -> Optional.of(new Expression("CURRENT_TIMESTAMP", Set.of("current_timestamp"), span));
      case "dbgenerated" -> Arguments.firstString(call, "value").filter(sql -> !sql.isBlank())
          .map(sql -> EmbeddedSql.defaultValue(sql, span));
      default -> Optional.empty();
    };
  }

  private static Optional<Expression> list(ArrayLiteral array, ColumnType type) {
    List<String> elements = array.elements().stream().flatMap(e -> literal(e, type.values()).stream()).toList();
    if (elements.size() < array.elements().size()) {
      return Optional.empty();
    }
    String sql = "ARRAY[" + String.join(", ", elements) + "]::" + type.sql();
    return Optional.of(new Expression(sql, Set.of(), array.span()));
  }

  private static Optional<String> literal(dev.ddlint.parse.prisma.Expression value, Values values) {
    return switch (values) {
      case Values.OfScalar(Scalar scalar) -> switch (value) {
        case NumberLiteral number -> Optional.of(number(number.text(), scalar));
        case StringLiteral string -> Optional.of(string(string.value(), scalar));
        case Reference(String word, Span span) when word.equals("true") || word.equals("false") -> Optional.of(word);
        default -> Optional.empty();
      };
      case Values.OfEnum(Optional<EnumBlock> declared) -> Arguments.word(value).flatMap(
          word -> declared.isEmpty() ? Optional.of(word) : databaseValue(declared.get(), word))
          .map(SqlLiterals::string);
      case Values.Unknown() -> Optional.empty();
    };
  }

  private static String number(String text, Scalar scalar) {
    return scalar.isWhole() ? SqlLiterals.whole(text) : SqlLiterals.decimal(text);
  }

  private static String string(String text, Scalar scalar) {
    return switch (scalar) {
      case DECIMAL -> SqlLiterals.decimal(text);
      case DATE_TIME -> SqlLiterals.dateTime(text);
      case BYTES -> SqlLiterals.bytes(text);
      default -> SqlLiterals.string(text);
    };
  }

  private static Optional<String> databaseValue(EnumBlock enumeration, String word) {
    return enumeration.values().stream().filter(v -> v.name().text().equals(word)).findFirst()
        .map(DatabaseNames::value);
  }
}
