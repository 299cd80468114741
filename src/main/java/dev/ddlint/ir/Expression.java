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

  /** Whether this is the bare literal NULL. */
  public boolean isNull() {
    return text.equalsIgnoreCase("null");
  }
}
