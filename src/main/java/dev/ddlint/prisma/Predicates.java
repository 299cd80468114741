package dev.ddlint.prisma;

import dev.ddlint.ir.Expression;
import dev.ddlint.parse.prisma.Attribute;
import dev.ddlint.parse.prisma.Expression.FunctionCall;
import dev.ddlint.parse.prisma.Expression.Member;
import dev.ddlint.parse.prisma.Expression.NumberLiteral;
import dev.ddlint.parse.prisma.Expression.ObjectLiteral;
import dev.ddlint.parse.prisma.Expression.Reference;
import dev.ddlint.parse.prisma.Expression.StringLiteral;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lowers the {@code where:} of a partial index. */
final class Predicates {

  private Predicates() {}

  static Optional<Expression> of(ModelTable table, Attribute attribute) {
    return attribute.argument("where").flatMap(where -> sql(table, where).map(
        sql -> EmbeddedSql.predicate("(" + sql + ")", where.span())));
  }

  private static Optional<String> sql(ModelTable table, dev.ddlint.parse.prisma.Expression where) {
    return switch (where) {
      case FunctionCall raw -> Arguments.firstString(raw, "value");
      case ObjectLiteral object when !object.members().isEmpty() -> Optional.of(object.members().stream()
          .map(member -> condition(table, member)).collect(Collectors.joining(" AND ")));
      default -> Optional.empty();
    };
  }

  /** A name that is no field is kept as it is: to the rest of ddlint the index is partial either way. */
  private static String condition(ModelTable table, Member member) {
    String field = member.name().text();
    String column = SqlLiterals.name(table.column(field).map(ModelTable.Column::name).orElse(field));
    if (member.value() instanceof ObjectLiteral(List<Member> inner, var span) && inner.size() == 1) {
      String value = value(inner.getFirst().value());
      return column + (value.equals("NULL") ? " IS NOT NULL" : " != " + value);
    }
    String value = value(member.value());
    return column + (value.equals("NULL") ? " IS NULL" : " = " + value);
  }

  /** Unlike in a default, an enum's value stands as a string and is not mapped. */
  private static String value(dev.ddlint.parse.prisma.Expression value) {
    return switch (value) {
      case NumberLiteral number -> number.text();
      case StringLiteral string -> SqlLiterals.string(string.value());
      case Reference(String word, var span) when word.equals("null") -> "NULL";
      case Reference(String word, var span) when word.equals("true") || word.equals("false") -> word;
      case Reference(String word, var span) -> SqlLiterals.string(word);
      default -> "NULL";
    };
  }
}
