package dev.ddlint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One form for an expression as a migration writes it and as the server prints it. The server adds parentheses, casts
 * and schemas, and writes IN, BETWEEN and LIKE as operators: so parentheses become a tree, casts and qualifiers are left
 * out on both sides, and constants are compared as their text. A query is only said to be one: the server prints it anew.
 */
final class NormalExpression {
  private static final Pattern TOKEN = Pattern.compile("""
      \\s+|--[^\\n]*|/\\*.*?\\*/|(?<string>[eE]?'(?:[^']|'')*')|(?<quoted>"(?:[^"]|"")*")|(?<number>\\d+(?:\\.\\d+)?)\
      |(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)|(?<sign>::|[-+*/<>=~!@#%^&|?]+|[(),.\\[\\]])""", Pattern.DOTALL);
  private static final Pattern ZONE = Pattern.compile("(\\d\\d:\\d\\d:\\d\\d)[+-]\\d\\d(:\\d\\d)?");
  private static final Pattern DATE = Pattern.compile("^('\\d{4}-\\d\\d-\\d\\d)'$");
  private static final Pattern TIME = Pattern.compile("'(\\d\\d?) (hour|minute)s?'");
  private static final Pattern SCHEMA = Pattern.compile("'(?:\\w+|\"[^\"]+\")\\.([^']*')");
  private static final Set<String> TYPES = Set.of("interval", "timestamp", "timestamptz", "date", "time", "bytea");
  private static final Set<String> TYPE_WORDS = Set.of("varying", "precision", "with", "without", "time", "zone");
  private static final Map<String, String> OPERATORS = Map.of("!=", "<>");
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int IS = 4;
  private static final int COMPARISON = 5;
  private static final int LIKE = 6;
  private static final int OTHER = 7;
  private static final int PLUS = 8;
  private static final int TIMES = 9;
  private static final int POWER = 10;
  private static final int ZONED = 11;

  private final List<String> tokens = new ArrayList<>();
  private int at;

  private NormalExpression(String text) {
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      end = matcher.end();
      if (matcher.group("word") != null) {
        tokens.add(matcher.group().toLowerCase(Locale.ROOT));
      } else if (matcher.group("quoted") != null) {
        tokens.add(quoted(matcher.group()));
      } else if (matcher.group("string") != null || matcher.group("number") != null
          || matcher.group("sign") != null) {
        tokens.add(matcher.group());
      }
    }
    if (end < text.length()) {
      throw new IllegalArgumentException("cannot be read: " + text);
    }
    tokens.add("");
  }

  private static String quoted(String written) {
    String name = written.substring(1, written.length() - 1).replace("\"\"", "\"");
    return name.matches("[a-z_][a-z0-9_$]*") ? name : written;
  }

  static String of(String text) {
    if (Pattern.compile("(?i)\\bSELECT\\b").matcher(text).find()) {
      return "(query)";
    }
    NormalExpression expression = new NormalExpression(text);
    String normal = expression.binary(OR);
    if (!expression.peek().isEmpty()) {
      throw new IllegalArgumentException("cannot be read: " + text + " from " + expression.peek());
    }
    return normal;
  }

  private String peek() {
    return tokens.get(at);
  }

  private String take() {
    return tokens.get(at++);
  }

  private boolean takes(String... expected) {
    for (int i = 0; i < expected.length; i++) {
      if (at + i >= tokens.size() || !tokens.get(at + i).equals(expected[i])) {
        return false;
      }
    }
    at += expected.length;
    return true;
  }

  private void expect(String token) {
    if (!takes(token)) {
      throw new IllegalArgumentException("expected " + token + " at " + peek() + " in " + tokens);
    }
  }

  private String binary(int level) {
    if (level == NOT && takes("not")) {
      return "not(" + binary(NOT) + ")";
    }
    if (level > ZONED) {
      return primary();
    }
    String left = binary(level + 1);
    for (String next = more(level, left); !next.equals(left); next = more(level, left)) {
      left = next;
    }
    return left;
  }

  /** The expression with one more operator of the level, or as it was. */
  private String more(int level, String left) {
    return switch (level) {
      case OR -> takes("or") ? joined("or", left, binary(AND)) : left;
      case AND -> takes("and") ? joined("and", left, binary(NOT)) : left;
      case IS -> is(left);
      case LIKE -> like(left);
      case ZONED -> takes("at", "time", "zone")
          ? "timezone(" + binary(ZONED + 1) + "," + left + ")"
          : takes("collate") ? left + " collate " + name() : left;
      default -> levelOf(peek()) == level ? operator(level, left) : left;
    };
  }

  private String operator(int level, String left) {
    String sign = take();
    return "(" + left + OPERATORS.getOrDefault(sign, sign) + binary(level + 1) + ")";
  }

  private static int levelOf(String token) {
    return switch (token) {
      case "<", ">", "=", "<=", ">=", "<>", "!=" -> COMPARISON;
      case "+", "-" -> PLUS;
      case "*", "/", "%" -> TIMES;
      case "^" -> POWER;
      default -> !token.isEmpty() && "+-*/<>=~!@#%^&|?".indexOf(token.charAt(0)) >= 0 ? OTHER : 0;
    };
  }

  /** A chain of one connective is flat. */
  private static String joined(String word, String left, String right) {
    return word + "{" + inner(word, left) + ";" + inner(word, right) + "}";
  }

  private static String inner(String word, String part) {
    boolean same = part.startsWith(word + "{") && part.endsWith("}");
    return same ? part.substring(word.length() + 1, part.length() - 1) : part;
  }

  private String is(String left) {
    if (takes("isnull") || takes("is", "null")) {
      return "(" + left + " is null)";
    }
    if (takes("notnull") || takes("is", "not", "null")) {
      return "(" + left + " is not null)";
    }
    if (takes("is", "distinct", "from")) {
      return "(" + left + " is distinct from " + binary(COMPARISON) + ")";
    }
    if (takes("is", "not", "distinct", "from")) {
      return "not((" + left + " is distinct from " + binary(COMPARISON) + "))";
    }
    return takes("is", "not")
        ? "(" + left + " is not " + take() + ")"
        : takes("is")
            ? "(" + left + " is " + take() + ")"
            : left;
  }

  private String like(String left) {
    boolean not = takes("not");
    if (takes("in")) {
      String list = parenthesised();
      String array = list.startsWith("row(") ? "array[" + list.substring(4, list.length() - 1) + "]" : list;
      return !array.startsWith("array[")
          ? "(" + left + (not ? "<>" : "=") + array + ")"
          : "(" + left + (not ? "<>all(" : "=any(") + array + "))";
    }
    if (takes("between")) {
      String low = binary(OTHER);
      expect("and");
      String high = binary(OTHER);
      return not
          ? joined("or", "(" + left + "<" + low + ")", "(" + left + ">" + high + ")")
          : joined("and", "(" + left + ">=" + low + ")", "(" + left + "<=" + high + ")");
    }
    if (takes("like")) {
      return "(" + left + (not ? "!~~" : "~~") + binary(OTHER) + ")";
    }
    if (takes("ilike")) {
      return "(" + left + (not ? "!~~*" : "~~*") + binary(OTHER) + ")";
    }
    return left;
  }

  private String primary() {
    String value = value();
    while (true) {
      if (takes("::")) {
        type();
      } else if (takes("[")) {
        value += "[" + binary(OR) + "]";
        expect("]");
      } else {
        return value;
      }
    }
  }

  private String value() {
    String token = peek();
    if (token.equals("(")) {
      return parenthesised();
    }
    if (takes("-") || takes("+")) {
      String operand = primary();
      return token.equals("-") ? operand.startsWith("'") ? "'-" + operand.substring(1) : "-" + operand : operand;
    }
    if (token.startsWith("'") || token.startsWith("e'")) {
      return constant(take());
    }
    if (Character.isDigit(token.charAt(0))) {
      return "'" + take() + "'";
    }
    if (takes("cast")) {
      expect("(");
      String operand = binary(OR);
      expect("as");
      type();
      expect(")");
      return operand;
    }
    if (TYPES.contains(token) && tokens.get(at + 1).startsWith("'")) {
      take();
      return constant(take());
    }
    return takes("case") ? cases() : takes("array", "[") ? "array[" + list("]") + "]" : named();
  }

  /** The server writes a time out, with the offset of its zone, and an array without blanks. */
  private static String constant(String written) {
    String text = ZONE.matcher(written).replaceAll("$1");
    text = text.startsWith("'{") ? text.replace(", ", ",") : text;
    text = DATE.matcher(text).replaceAll("$1 00:00:00'");
    Matcher time = TIME.matcher(text);
    if (time.matches()) {
      int number = Integer.parseInt(time.group(1));
      text = time.group(2).equals("hour") ? "'%02d:00:00'".formatted(number) : "'00:%02d:00'".formatted(number);
    }
    text = text.equals("'epoch'") ? "'1970-01-01 00:00:00'" : text;
    return text.equals("'f'") ? "'false'" : text.equals("'t'") ? "'true'" : text;
  }

  private String parenthesised() {
    expect("(");
    String first = binary(OR);
    if (takes(")")) {
      return first;
    }
    expect(",");
    return "row(" + first + "," + list(")") + ")";
  }

  private String list(String close) {
    List<String> elements = new ArrayList<>();
    while (!takes(close)) {
      elements.add(binary(OR));
      if (!takes(",") && !takes("from")) {
        expect(close);
        break;
      }
    }
    return String.join(",", elements);
  }

  private String named() {
    String name = name();
    if (takes("(")) {
      takes("both", "from");
      String arguments = list(")");
      return name + "(" + (name.equals("nextval") ? SCHEMA.matcher(arguments).replaceAll("'$1") : arguments) + ")";
    }
    return name.equals("true") || name.equals("false") ? "'" + name + "'" : name;
  }

  /** The last part of a name: what stands before it is a table or a schema. */
  private String name() {
    String name = take();
    while (takes(".")) {
      name = take();
    }
    return name;
  }

  private void type() {
    name();
    while (TYPE_WORDS.contains(peek())) {
      take();
    }
    if (takes("(")) {
      list(")");
    }
    while (TYPE_WORDS.contains(peek())) {
      take();
    }
    while (takes("[")) {
      while (!takes("]")) {
        take();
      }
    }
  }

  private String cases() {
    StringBuilder text = new StringBuilder("case");
    if (!peek().equals("when")) {
      text.append(' ').append(binary(OR));
    }
    while (takes("when")) {
      text.append(" when ").append(binary(OR));
      expect("then");
      text.append(" then ").append(binary(OR));
    }
    text.append(takes("else") ? " else " + binary(OR) : " else null");
    expect("end");
    return text.append(" end").toString();
  }
}
