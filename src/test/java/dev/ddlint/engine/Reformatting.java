package dev.ddlint.engine;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes SQL anew as a formatter and a careful reader would: other blanks, other lines, other case of what stands outside of
 * quotes, and comments in between. Reads no more of SQL than where words and quotes end.
 */
final class Reformatting {
  /** What stays as it is, then blanks, then words. */
  private static final Pattern TOKEN = Pattern.compile("""
      (?<kept>
        --[^\\n]* | /\\*.*?\\*/ | (?<=[eE])'(?:[^'\\\\]|\\\\.|'')*' | '[^']*' | "[^"]*" | `[^`]*`
        | (?<tag>\\$[A-Za-z_0-9]*\\$).*?\\k<tag> | \\$?\\{+[^}]*\\}+ | ^\\\\[^\\n]*
        | ^COPY\\b[^;]*\\bstdin\\b[^;]*;.*?^\\\\\\. | \\#[^\\n]* | [:@$%][A-Za-z_0-9]+ )
      | (?<blanks>[ \\t]+(?=[A-Za-z_(]))
      | (?<word>[A-Za-z_][A-Za-z_0-9$]*)
      """, Pattern.COMMENTS | Pattern.DOTALL | Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

  private final Random random;

  Reformatting(long seed) {
    this.random = new Random(seed);
  }

  /** Bytes, since not every file is UTF-8. */
  byte[] sql(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (text.isBlank()) {
      return bytes; // words in an empty down file would say why it is empty
    }
    StringBuilder out = new StringBuilder();
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (matcher.find()) {
      out.append(text, at, matcher.start()).append(written(matcher, text));
      at = matcher.end();
    }
    return out.append(text, at, text.length()).append("\n-- moved\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private String written(Matcher token, String text) {
    if (token.group("blanks") != null) {
      return switch (random.nextInt(8)) {
        case 0 -> "\n    ";
        case 1 -> " /* as agreed; see above */ ";
        case 2 -> " -- kept\n  ";
        case 3 -> "\t ";
        default -> token.group();
      };
    }
    boolean plain = token.group("word") != null && !isWide(text, token.start() - 1) && !isWide(text, token.end());
    if (!plain || random.nextInt(3) > 0) {
      return token.group();
    }
    return random.nextBoolean() ? upper(token.group()) : lower(token.group());
  }

  /** Letters of ASCII alone are folded by every server. */
  private static boolean isWide(String text, int at) {
    return at >= 0 && at < text.length() && (text.charAt(at) > 127 || text.charAt(at) == '.');
  }

  private static String upper(String word) {
    return word.toUpperCase(java.util.Locale.ROOT);
  }

  private static String lower(String word) {
    return word.toLowerCase(java.util.Locale.ROOT);
  }

  /** A Prisma schema with remarks between its lines, and other indentation. */
  byte[] prisma(byte[] bytes) {
    StringBuilder out = new StringBuilder("// moved\n");
    new String(bytes, StandardCharsets.UTF_8).lines().forEach(line -> {
      out.append(random.nextInt(6) == 0 ? "\n  // as agreed\n" : "").append(random.nextBoolean() ? "  " : "")
          .append(line)
          .append(random.nextInt(4) == 0 ? "  \n" : "\n");
    });
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }
}
