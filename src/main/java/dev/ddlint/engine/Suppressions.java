package dev.ddlint.engine;

import dev.ddlint.finding.Finding;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The comments that silence findings: {@code -- ddlint:ignore ID[, ID]: reason} for the statement that the comment
 * stands in, on the line of, or before; {@code ddlint:ignore-file} for the file.
 */
final class Suppressions {
  private static final String MARK = "ddlint:ignore";
  /** squawk's comments keep working, so that its users can move over with theirs in place. */
  private static final String SQUAWK_MARK = "squawk-ignore";

  private final RuleIndex index;
  private final List<Suppression> found = new ArrayList<>();

  /** @param scope where it holds */
  private record Suppression(Set<String> rules, Span scope) {}

  Suppressions(RuleIndex index) {
    this.index = index;
  }

  /**
   * Takes in a comment.
   *
   * @param statements the spans of the file's statements (or declarations), in order
   */
  void comment(SourceFile file, Span comment, List<Span> statements) {
    String text = comment.of(file.text());
    String mark = text.contains(MARK) ? MARK : SQUAWK_MARK;
    int at = text.indexOf(mark);
    if (at < 0) {
      return;
    }
    boolean wholeFile = text.startsWith("-file", at + mark.length());
    String rest = text.substring(at + mark.length() + (wholeFile ? "-file".length() : 0));
    int colon = rest.indexOf(':');
    String names = colon < 0 ? rest : rest.substring(0, colon);
    Set<String> rules = new HashSet<>();
    for (String name : names.split(",")) {
      String id = name.replace("*/", "").strip();
      rules.add(id);
      index.byAlias(id).forEach(entry -> rules.add(entry.id()));
    }
    Span scope = wholeFile ? new Span(0, file.text().length()) : scope(file, comment, statements);
    found.add(new Suppression(rules, scope));
  }

  private static Span scope(SourceFile file, Span comment, List<Span> statements) {
    int line = file.position(comment.start()).line();
    for (Span statement : statements) {
      boolean inside = statement.contains(comment);
      boolean sameLine = statement.end() <= comment.start() && file.position(statement.end()).line() == line;
      if (inside || sameLine || statement.start() >= comment.end()) {
        return statement;
      }
    }
    return comment;
  }

  boolean silences(Finding finding) {
    Span span = finding.place().span();
    return found.stream().anyMatch(s -> s.rules().contains(finding.rule()) && s.scope().start() <= span.start()
        && span.start() < s.scope().end());
  }
}
