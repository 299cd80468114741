package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.Set;

/**
 * An expression or query as a range of tokens; its tree is made lazily by {@code parse.ExpressionReader}.
 *
 * @param text as written, comments included
 * @param functions the functions it calls, folded, qualified as written; {@code current_timestamp} and its kin included
 */
public record Expression(String text, Set<String> functions, Span span) {

  public static Expression of(String text) {
    return new Expression(text, Set.of(), Span.NONE);
  }

  /** Whether this is the literal NULL, bare or cast to a type. */
  public boolean isNull() {
    return text.regionMatches(true, 0, "null", 0, 4) && (text.length() == 4 || isCast(text.substring(4).strip()));
  }

  private static boolean isCast(String rest) {
    return rest.startsWith("::")
        && rest.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_:.\"()[], ".indexOf(c) >= 0);
  }
}
