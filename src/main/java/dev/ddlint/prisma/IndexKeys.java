package dev.ddlint.prisma;

import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.IndexKey;
import dev.ddlint.parse.prisma.Attribute;
import dev.ddlint.parse.prisma.Call;
import dev.ddlint.parse.prisma.Expression;
import dev.ddlint.parse.prisma.Expression.FunctionCall;
import dev.ddlint.prisma.ModelTable.Column;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the fields of {@code @@index} and its kin: {@code a}, {@code [a, b(sort: Desc, ops: X)]}. */
final class IndexKeys {

  private IndexKeys() {}

  /** The keys, or nothing when one of them is no column. */
  static Optional<List<IndexKey>> of(ModelTable table, Attribute attribute) {
    List<Expression> elements = attribute.argument("fields", 0).map(Arguments::elements).orElse(List.of());
    List<IndexKey> keys = new ArrayList<>();
    for (Expression element : elements) {
      key(table, element).ifPresent(keys::add);
    }
    return keys.isEmpty() || keys.size() < elements.size() ? Optional.empty() : Optional.of(List.copyOf(keys));
  }

  private static Optional<IndexKey> key(ModelTable table, Expression element) {
    return switch (element) {
      case Expression.Reference field -> name(table, field.path()).map(
          name -> key(name, Optional.empty(), Optional.empty(), field.span()));
      case FunctionCall call -> name(table, call.name().text()).map(
          name -> key(name, sort(call), call.argument("ops").flatMap(IndexKeys::operatorClass), call.span()));
      default -> Optional.empty();
    };
  }

  private static Optional<String> name(ModelTable table, String field) {
    return table.column(field).map(Column::name)
        .or(() -> Optional.ofNullable(table.missing().get(field)).map(Identifier::name));
  }

  /** The key of {@code @id}. */
  static IndexKey of(Column column) {
    return key(column.name(), Optional.empty(), Optional.empty(), column.field().name().span());
  }

  /** The key of {@code @unique(sort: Desc)}. */
  static IndexKey of(Column column, Attribute attribute) {
    return key(column.name(), sort(attribute), Optional.empty(), column.field().name().span());
  }

  private static IndexKey key(String column, Optional<String> sort, Optional<String> operatorClass, Span span) {
    return new IndexKey(Optional.of(new Identifier(column, span)), Optional.empty(), Optional.empty(),
        operatorClass, sort, Optional.empty(), span);
  }

  private static Optional<String> sort(Call call) {
    return Arguments.word(call, "sort").map(s -> s.toUpperCase(Locale.ROOT))
        .filter(s -> s.equals("ASC") || s.equals("DESC"));
  }

  /** {@code raw("gin_trgm_ops")}, or Prisma's name of one: {@code Int4MinMaxOps} is {@code int4_minmax_ops}. */
  private static Optional<String> operatorClass(Expression value) {
    return switch (value) {
      case FunctionCall raw -> Arguments.firstString(raw, "value");
      case Expression.Reference name -> Optional.of(name.path().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
          .toLowerCase(Locale.ROOT).replace("min_max", "minmax").replace("var_bit", "varbit")
          .replace("time_tz", "timetz").replace("timestamp_tz", "timestamptz"));
      default -> Optional.empty();
    };
  }
}
