package dev.ddlint.catalog;

import dev.ddlint.ir.Expression;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.IndexKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that stand for an index's keys and carried columns in a name that PostgreSQL makes up (its
 * ChooseIndexColumnNames and FigureIndexColname).
 */
final class IndexNames {
  private static final Pattern NAME = Pattern.compile("(?:[\\w$]+\\s*\\.\\s*)*(\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\w$]*)");

  private IndexNames() {}

  static List<String> of(List<IndexKey> keys, List<Identifier> include) {
    List<String> names = new ArrayList<>();
    keys.forEach(key -> add(names, key.column().map(Identifier::name).or(() -> key.expression().flatMap(IndexNames::of))
        .orElse("expr")));
    include.forEach(column -> add(names, column.name()));
    return names;
  }

  static List<String> of(List<Identifier> columns) {
    return of(List.of(), columns);
  }

  /** A name that stands twice is numbered. */
  private static void add(List<String> names, String base) {
    String name = base;
    for (int i = 1; names.contains(name); i++) {
      name = base + i;
    }
    names.add(name);
  }

  /** A call is named by its function, a cast by what it casts, CASE by itself; anything else has no name. */
  private static Optional<String> of(Expression expression) {
    return of(expression.text().strip());
  }

  private static Optional<String> of(String text) {
    if (text.startsWith("(")) {
      int close = closing(text, 0);
      String rest = text.substring(Math.min(close + 1, text.length())).strip();
      return rest.isEmpty() || isCast(rest) ? of(text.substring(1, Math.max(1, close)).strip()) : Optional.empty();
    }
    Matcher matcher = NAME.matcher(text);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String rest = text.substring(matcher.end()).strip();
    String name = unquoted(matcher.group(1));
    if (name.equals("case")) {
      return Optional.of("case");
    }
    if (rest.startsWith("(")) {
      rest = rest.substring(Math.min(closing(rest, 0) + 1, rest.length())).strip();
    }
    return rest.isEmpty() || isCast(rest) ? Optional.of(name) : Optional.empty();
  }

  private static boolean isCast(String rest) {
    return rest.matches("(?s)(::\\s*[\\w\\s.\"()\\[\\],]+)+");
  }

  private static String unquoted(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name.toLowerCase(Locale.ROOT);
  }

  /** The place of the parenthesis that closes the one at {@code open}; strings are passed over. */
  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'' || c == '"') {
        int end = text.indexOf(c, i + 1);
        i = end < 0 ? text.length() : end;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i;
      }
    }
    return text.length();
  }
}
