package dev.ddlint.finding;

import java.util.List;

/**
 * What to do instead, as SQL (or Prisma schema lines) with the user's own names.
 *
 * @param steps in order; empty only for {@link Kind#NONE}
 */
public record Advice(Kind kind, List<Step> steps) {
  private static final String WORDS = "--";

  /** Words alone lead nowhere by themselves, whatever they promise. */
  public Advice {
    boolean runs = steps.stream().flatMap(step -> step.lines().stream()).anyMatch(line -> !line.startsWith(WORDS));
    kind = runs ? kind : Kind.NONE;
  }

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
    /** There is no online form, or only the reader can write it: at most words. */
    NONE
  }

  /**
   * @param when {@code in this migration}, {@code in the next one}, {@code after the deploy}, {@code alone in its file}
   * @param lines statements with their semicolons; words begin with {@code --}
   */
  public record Step(String when, List<String> lines) {}
}
