package dev.ddlint.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An example of a page, which is a test as well.
 *
 * @param language {@code sql} or {@code prisma}
 * @param bad whether the rule speaks
 * @param caption the paragraph before it, on one line
 * @param attributes what stands behind {@code bad} or {@code good}, by key: runner, postgres-version, timezone, file,
 *        review: {@code added}, {@code edited} (of the last history block) or {@code gone} since the base of a review;
 *        {@code option.NAME} for an option of the rule
 * @param history the blocks before it, oldest first, each a migration (or the schema) that was there already
 * @param code the block, its marks included, since they are comments
 * @param expected the findings that the marks ask for; empty in a good example
 * @param line of the page, 1-based, on which the code begins
 */
public record Example(Language language, boolean bad, String caption, Map<String, String> attributes,
    List<String> history, String code, List<Expected> expected, int line) {

  /** What an example is written in. */
  public enum Language {
    SQL("--"), PRISMA("//");

    private final String comment;

    Language(String comment) {
      this.comment = comment;
    }

    /** What begins a comment that ends with the line. */
    String comment() {
      return comment;
    }
  }

  /** @param line of the example's code, 1-based, on which the finding begins */
  public record Expected(int line, String rule) {}

  public Optional<String> attribute(String key) {
    return Optional.ofNullable(attributes.get(key));
  }
}
