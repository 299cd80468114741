package dev.ddlint.finding;

import java.util.ArrayList;
import java.util.List;

/**
 * What to do instead, as SQL (or Prisma schema lines) with the user's own names.
 *
 * @param steps in order; empty only for {@link Kind#NONE}
 */
public record Advice(Kind kind, List<Step> steps) {
  private static final String ALONE = "alone in its file";
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

  /** The headings of its steps: advice of one shape can be followed at once. */
  public List<String> shape() {
    return steps.stream().map(Step::when).toList();
  }

  /** Advice of one shape made one, step by step: what two of them say alike is said once. */
  public static Advice together(List<Advice> advice) {
    Advice first = advice.get(0);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < first.steps().size(); i++) {
      int step = i;
      steps.add(together(first.steps().get(i), advice.stream().flatMap(a -> a.steps().get(step).lines().stream())
          .distinct().toList()));
    }
    return new Advice(first.kind(), steps);
  }

  /** What must stand alone in its file does not stand beside its like either. */
  private static Step together(Step step, List<String> lines) {
    boolean apart = step.when().startsWith(ALONE) && lines.size() > step.lines().size();
    return new Step(apart ? "each " + step.when() : step.when(), lines);
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
