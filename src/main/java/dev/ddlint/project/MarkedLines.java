package dev.ddlint.project;

import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The comment lines by which a tool cuts a file in two. Tools read them line by line and so does this: a mark counts
 * wherever its line stands, also inside a string.
 */
record MarkedLines(int length, List<Mark> lines) {

  /**
   * One such line.
   *
   * @param start where its line begins
   * @param words what follows the tool's word, without blanks around it
   */
  record Mark(int start, String words) {

    boolean says(String word) {
      return words.toLowerCase(Locale.ROOT).startsWith(word)
          && (words.length() == word.length() || Character.isWhitespace(words.charAt(word.length())));
    }
  }

  /** The comment lines of a text whose comment begins with a tool's word. */
  static MarkedLines of(String text, String word) {
    List<Mark> marks = new ArrayList<>();
    int from = 0;
    while (true) {
      int at = text.indexOf(word, from);
      if (at < 0) {
        return new MarkedLines(text.length(), List.copyOf(marks));
      }
      int start = text.lastIndexOf('\n', at) + 1;
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      String before = text.substring(start, at).strip().replace("\uFEFF", "");
      if (before.equals("--")) {
        marks.add(new Mark(start, text.substring(at + word.length(), end).strip()));
      }
      from = Math.max(end, at + 1);
    }
  }

  /** Cuts the text before each mark that says up or down; what stands before the first belongs to it. */
  List<Section> sections(Function<Mark, RunnerProfile> runner) {
    List<Mark> cuts = lines.stream().filter(m -> m.says("up") || m.says("down")).toList();
    if (cuts.isEmpty()) {
      return List.of(new Section(Direction.UP, new Span(0, length), runner.apply(new Mark(0, ""))));
    }
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i++) {
      Mark cut = cuts.get(i);
      int end = i + 1 < cuts.size() ? cuts.get(i + 1).start() : length;
      Span span = new Span(i == 0 ? 0 : cut.start(), end);
      sections.add(new Section(cut.says("up") ? Direction.UP : Direction.DOWN, span, runner.apply(cut)));
    }
    return sections;
  }
}
