package dev.ddlint.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.ddlint.engine.Fixing.Fixed;
import java.util.ArrayList;
import java.util.List;

/** What {@code --fix} would change, as {@code patch} and {@code git apply} read it. Only {@code --diff} loads it. */
final class FixDiff {
  private static final int CONTEXT = 3;
  private static final String NO_LINE_END = "\n\\ No newline at end of file";

  private FixDiff() {}

  static String of(Fixed file) {
    String path = Printable.of(file.before().path());
    List<String> before = lines(file.before().text());
    StringBuilder out = new StringBuilder();
    UnifiedDiffUtils
        .generateUnifiedDiff("a/" + path, "b/" + path, before, DiffUtils.diff(before, lines(file.after())), CONTEXT)
        .forEach(line -> out.append(line).append('\n'));
    return out.toString();
  }

  /** A carriage return stays part of its line; a last line without an end differs from one with it. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    String last = lines.removeLast();
    if (!last.isEmpty()) {
      lines.add(last + NO_LINE_END);
    }
    return lines;
  }
}
