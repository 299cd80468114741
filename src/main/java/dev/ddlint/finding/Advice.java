package dev.ddlint.finding;

import java.util.List;

/**
 * What to do instead, as SQL (or Prisma schema lines) with the user's own names.
 *
 * @param steps in order; empty only for {@link Kind#NONE}
 */
public record Advice(Kind kind, List<Step> steps) {

  /** Advice of one step. */
  public static Advice of(Kind kind, String when, String... lines) {
    return new Advice(kind, List.of(new Step(when, List.of(lines))));
  }

  /** What following it leads to. */
  public enum Kind {
    /** An equal catalog, up to column order and names that ddlint chose. */
    SAME_END,
    /** A deploy lies between the steps. */
    STAGED,
    /** There is no online form. */
    NONE
  }

  /**
   * @param when {@code in this migration}, {@code in the next one}, {@code after the deploy}, {@code alone in its file}
   * @param lines statements with their semicolons, or plain words
   */
  public record Step(String when, List<String> lines) {}
}
