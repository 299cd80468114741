package dev.ddlint.report;

/** Text inside XML and HTML. */
final class HtmlText {

  private HtmlText() {}

  /** For content and for attributes in double quotes. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** A name or a path, on one line. */
  static String line(String text) {
    return escaped(SafeText.oneLine(text));
  }

  /** Lines of code. */
  static String block(String text) {
    return escaped(PlainMessage.safe(text));
  }

  static String code(String text) {
    return "<code>" + line(text) + "</code>";
  }

  /** A sentence, in which words in backticks are code. */
  static String words(String text) {
    String sentence = SafeText.oneLine(text);
    StringBuilder out = new StringBuilder(text.length() + 16);
    int at = 0;
    int open = sentence.indexOf('`');
    int close = sentence.indexOf('`', open + 1);
    while (open >= 0 && close >= 0) {
      // A backtick that is spoken of stands between two others.
      close += close == open + 1 && sentence.startsWith("`", close + 1) ? 1 : 0;
      out.append(escaped(sentence.substring(at, open))).append(code(sentence.substring(open + 1, close)));
      at = close + 1;
      open = sentence.indexOf('`', at);
      close = sentence.indexOf('`', open + 1);
    }
    return out.append(escaped(sentence.substring(at))).toString();
  }
}
