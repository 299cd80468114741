package dev.ddlint.rule;

import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Level;
import dev.ddlint.ir.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A rule's page, {@code rules/<category>/<id>.md}, read: the one source of {@code explain}, of SARIF's descriptors, of
 * the documentation and of the rule's tests.
 *
 * @param title names the hazard, a short sentence without a full stop
 * @param versions the versions of the dialect that it holds for, as written: {@code 14-18}
 * @param since the version of ddlint that brought it
 * @param aliases what other tools call it: {@code squawk:require-concurrent-index-creation}
 * @param advice what following the advice leads to
 * @param references addresses to read on, the most authoritative first
 * @param sections the text under each heading, in the order of the page
 * @param markdown the page without its front matter
 */
public record RulePage(String id, String title, Category category, Level level, boolean onByDefault,
    List<Dialect> dialects, String versions, String since, List<String> aliases, Advice.Kind advice, List<String> tags,
    List<String> references, Map<String, String> sections, List<Example> examples, String markdown) {

  public static final String WHAT = "What it does";
  public static final String WHY = "Why it matters";
  public static final String INSTEAD = "Do this instead";
  public static final String OPTIONS = "Options";
  public static final String EXAMPLES = "Examples";

  /** A page does not follow its form; the message begins with {@code file:line}. */
  public static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String file, int line, String problem) {
      super(file + ":" + line + ": " + problem);
    }
  }

  /**
   * Reads a page.
   *
   * @param id the file's name without {@code .md}
   * @throws Malformed when it does not follow the form
   */
  public static RulePage parse(String id, String markdown) {
    return new PageReader(id, markdown).read();
  }

  /** Reads the page of a rule of the index from the class path. */
  public static RulePage of(RuleIndex.Entry rule) {
    String resource = "/dev/ddlint/rules/" + rule.category().word() + "/" + rule.id() + ".md";
    try (InputStream in = RulePage.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the page " + resource + " is missing from the class path");
      }
      return parse(rule.id(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text under a heading; empty when the page has no such section. */
  public String section(String heading) {
    return sections.getOrDefault(heading, "");
  }
}
