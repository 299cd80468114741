package dev.ddlint.prisma;

import dev.ddlint.ir.Expression;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether two defaults give the same value, written in a migration and by Prisma. */
final class DefaultText {
  private static final Pattern CAST = Pattern.compile(
      "::\\s*(?:\"[^\"]*\"|[a-z_][a-z0-9_]*)(?:\\.(?:\"[^\"]*\"|[a-z_][a-z0-9_]*))?(?:\\s+(?:varying|precision|"
          + "without time zone|with time zone))?(?:\\s*\\([0-9, ]*\\))?(?:\\[\\])*",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern SPACED = Pattern.compile("\\s*(::|[\\[\\],])\\s*");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,400}(\\.\\d{1,400})?");
  private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*+'");
  private static final Set<String> NOW = Set.of("now", "current_timestamp", "transaction_timestamp");

  private DefaultText() {}

  static boolean same(Expression a, Expression b) {
    String left = plain(a);
    String right = plain(b);
    if (left.equals(right) || isLiteral(left) && isLiteral(right) && sameValue(left, right)) {
      return true;
    }
    // Of two expressions nobody can tell without a server; PostgreSQL itself writes them anew.
    return !isLiteral(left) && !isLiteral(right) && functions(a).equals(functions(b));
  }

  private static Set<String> functions(Expression expression) {
    return expression.functions().stream().map(f -> f.substring(f.lastIndexOf('.') + 1))
        .map(f -> NOW.contains(f) ? "now" : f).collect(java.util.stream.Collectors.toSet());
  }

  /** Without casts, outer parentheses and what else makes no difference. */
  private static String plain(Expression expression) {
    String text = outsideOfStrings(expression.text().strip());
    while (text.startsWith("(") && text.endsWith(")")) {
      text = text.substring(1, text.length() - 1).strip();
    }
    if (NOW.contains(text.replace("()", "").toLowerCase(Locale.ROOT))) {
      return "now";
    }
    return array(text);
  }

  private static String outsideOfStrings(String text) {
    StringBuilder out = new StringBuilder();
    List<String> pieces = pieces(text);
    for (String piece : pieces) {
      out.append(piece.startsWith("'") ? piece : CAST.matcher(SPACED.matcher(piece).replaceAll("$1")).replaceAll(""));
    }
    return out.toString().strip();
  }

  /** The string constants and what stands between them. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    Matcher strings = STRING.matcher(text);
    int from = 0;
    while (strings.find()) {
      pieces.add(text.substring(from, strings.start()));
      pieces.add(strings.group());
      from = strings.end();
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  /** {@code ARRAY['a', 'b']} as {@code '{a,b}'}. */
  private static String array(String text) {
    if (!text.regionMatches(true, 0, "ARRAY[", 0, 6) || !text.endsWith("]")) {
      return text;
    }
    String inner = text.substring(6, text.length() - 1);
    List<String> elements = new ArrayList<>();
    for (String piece : pieces(inner)) {
      elements.add(piece.startsWith("'") ? piece.substring(1, piece.length() - 1) : piece.replaceAll("\\s+", ""));
    }
    return "'{" + String.join("", elements) + "}'";
  }

  private static boolean isLiteral(String text) {
    return text.startsWith("'") || text.startsWith("E'") || isNumber(text) || text.equalsIgnoreCase("true")
        || text.equalsIgnoreCase("false");
  }

  private static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  private static boolean sameValue(String left, String right) {
    String a = unquoted(left);
    String b = unquoted(right);
    if (isNumber(a) && isNumber(b)) {
      return new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
    }
    return a.equals(b) || a.replaceAll("\\s", "").equals(b.replaceAll("\\s", "")) && (a.startsWith("{")
        || a.startsWith("["))
        || isBoolean(a) && isBoolean(b) && truth(a) == truth(b);
  }

  private static String unquoted(String text) {
    int quote = text.indexOf('\'');
    return quote < 0 ? text : text.substring(quote + 1, text.length() - 1);
  }

  private static boolean isBoolean(String text) {
    return Set.of("true", "false", "t", "f").contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean truth(String text) {
    return text.toLowerCase(Locale.ROOT).startsWith("t");
  }
}
