package dev.ddlint.config;

/** A text as YAML reads it back: plain where that is safe, else in double quotes with all that is hidden escaped. */
final class YamlText {

  private YamlText() {}

  static String of(String text) {
    boolean plain = !text.isEmpty() && Character.isLetterOrDigit(text.charAt(0))
        && text.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c) || "_-./".indexOf(c) >= 0);
    return plain ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints().forEach(c -> {
      switch (Character.getType(c)) {
        case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
            Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
          out.append(String.format("\\U%08X", c));
        default -> out.append(c == '"' || c == '\\' ? "\\" : "").appendCodePoint(c);
      }
    });
    return out.append('"').toString();
  }
}
