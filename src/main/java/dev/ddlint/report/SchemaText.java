package dev.ddlint.report;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.UserType;
import dev.ddlint.ir.Expression;
import dev.ddlint.print.Names;
import dev.ddlint.print.TypeNames;
import java.util.List;
import java.util.Optional;

/** Words for the parts of a catalog, near to those of PostgreSQL's own print functions. */
final class SchemaText {
  private final Catalog catalog;

  SchemaText(Catalog catalog) {
    this.catalog = catalog;
  }

  static String name(Table table) {
    return table.schema() + "." + table.name();
  }

  String name(dev.ddlint.catalog.ObjectId table) {
    return catalog.table(table).map(SchemaText::name).orElse("?");
  }

  /** As {@code format_type} with an empty search path: built-in types bare, others with their schema. */
  String type(DataType type) {
    String array = type.isArray() ? "[]" : "";
    Optional<UserType> user = catalog.type(type);
    if (user.isPresent()) {
      return Names.of(user.get().schema()) + "." + Names.of(user.get().name()) + array;
    }
    boolean foreign = type.name().schema().isEmpty() && !TypeNames.isBuiltIn(type.name().name());
    return (foreign ? "public." : "") + TypeNames.format(type.name());
  }

  String type(Column column) {
    return column.type().map(this::type).orElse("?");
  }

  static Optional<String> value(Column column) {
    return column.generation().isIdentity() ? Optional.empty() : column.defaultValue().map(SchemaText::normal);
  }

  static String generation(Column column) {
    return switch (column.generation()) {
      case NONE -> "-";
      case IDENTITY_ALWAYS -> "identity-always";
      case IDENTITY_BY_DEFAULT -> "identity-by-default";
      case STORED -> "generated-stored";
      case VIRTUAL -> "generated-virtual";
    };
  }

  List<String> keys(Table table, Index index) {
    return index.keys().stream().map(key -> key(table, key)).toList();
  }

  private static String key(Table table, Index.Key key) {
    return key.column().map(number -> Names.of(table.column(number).map(Column::name).orElse("?")))
        .orElseGet(() -> key.expression().map(SchemaText::expressionKey).orElse("?"));
  }

  /** A call stands alone, anything else in parentheses. */
  private static String expressionKey(Expression expression) {
    String text = normal(expression);
    boolean call = text.matches("[\\w.\"]+\\(.*\\)") && !text.contains("::");
    return call ? text : "(" + text + ")";
  }

  static String check(Constraint.Check check) {
    return "CHECK ((" + normal(check.condition()) + "))" + (check.noInherit() ? " NO INHERIT" : "")
        + (check.validated() ? "" : " NOT VALID");
  }

  /** Comments left out, white space made one blank; strings and quoted names stay as they are. */
  static String normal(Expression expression) {
    StringBuilder out = new StringBuilder();
    String text = expression.text();
    for (int i = 0; i < text.length();) {
      char c = text.charAt(i);
      int end = i + 1;
      if (c == '\'' || c == '"') {
        end = text.indexOf(c, i + 1) < 0 ? text.length() : text.indexOf(c, i + 1) + 1;
        out.append(text, i, end);
      } else if (text.startsWith("--", i)) {
        end = text.indexOf('\n', i) < 0 ? text.length() : text.indexOf('\n', i);
      } else if (!Character.isWhitespace(c)) {
        out.append(c);
      } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
      i = end;
    }
    return out.toString().strip();
  }
}
