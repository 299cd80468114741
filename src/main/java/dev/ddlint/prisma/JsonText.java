package dev.ddlint.prisma;

/** Tells whether a text is JSON. Prisma reads the default of a {@code Json} field, and refuses one that is none. */
final class JsonText {
  private static final int DEEPEST = 100;

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  static boolean isValid(String text) {
    JsonText json = new JsonText(text);
    boolean value = json.value(0);
    json.blank();
    return value && json.at == text.length();
  }

  private boolean value(int depth) {
    blank();
    if (at == text.length() || depth > DEEPEST) {
      return false;
    }
    return switch (text.charAt(at)) {
      case '{' -> members('}', depth, true);
      case '[' -> members(']', depth, false);
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private boolean members(char end, int depth, boolean named) {
    at++;
    blank();
    if (take(end)) {
      return true;
    }
    do {
      blank();
      if (named && !name() || !value(depth + 1)) {
        return false;
      }
      blank();
    } while (take(','));
    return take(end);
  }

  private boolean name() {
    if (at == text.length() || text.charAt(at) != '"' || !string()) {
      return false;
    }
    blank();
    return take(':');
  }

  private boolean string() {
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return true;
      }
      if (c < ' ') {
        return false;
      }
      at += c == '\\' ? 1 : 0;
    }
    return false;
  }

  private boolean number() {
    int start = at;
    take('-');
    int first = at;
    boolean digits = digits() && (at == first + 1 || text.charAt(first) != '0');
    boolean fraction = !take('.') || digits();
    boolean exponent = !take('e') && !take('E') || (take('+') || take('-') || true) && digits();
    return at > start && digits && fraction && exponent;
  }

  private boolean digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at > start;
  }

  private boolean word(String word) {
    boolean there = text.startsWith(word, at);
    at += there ? word.length() : 0;
    return there;
  }

  private boolean take(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private void blank() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
