package dev.ddlint.report;

import dev.ddlint.engine.Impact;
import dev.ddlint.engine.Impact.Act;
import dev.ddlint.engine.Impact.Held;
import dev.ddlint.engine.Impact.Reach;
import dev.ddlint.engine.Impact.Unit;
import dev.ddlint.finding.Level;
import dev.ddlint.physics.LockMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A migration's locks as a picture: a column is a statement, a row a table, a bar what is held on it and until when.
 * Brackets above the columns join the statements of a transaction.
 */
final class HtmlTimeline {
  /** More statements make no picture. */
  static final int MOST = 300;
  private static final int ROW = 26;
  private static final int TOP = 44;
  private static final int LETTER = 8;
  private static final int GAP = 12;
  private static final int LONGEST_NAME = 32;
  private static final int LONGEST_END = "SHARE UPDATE EXCLUSIVE, about 100 min".length();
  private static final int WIDTH = 560;

  private final List<Unit> units;
  private final Map<Integer, Level> marked;
  private final int columns;
  private final int column;
  private final int left;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, List<Bar>> rows = new LinkedHashMap<>();

  /** What a table's row shows of one transaction. */
  private record Bar(Unit unit, Held held) {}

  /** @param marked the worst finding of a statement, by its number */
  HtmlTimeline(Impact impact, Map<Integer, Level> marked) {
    this.units = impact.units();
    this.marked = marked;
    this.columns = units.stream().mapToInt(unit -> unit.acts().size()).sum();
    this.column = Math.max(10, Math.min(64, WIDTH / Math.max(1, columns)));
    units.forEach(unit -> unit.held().forEach(
        held -> rows.computeIfAbsent(held.table().displayName(), name -> new ArrayList<>()).add(new Bar(unit, held))));
    int longest = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
    this.left = Math.max("statement".length(), Math.min(LONGEST_NAME, longest)) * LETTER + GAP;
  }

  /** Whether there is a table that others have to wait for. */
  static boolean isWorthDrawing(Impact impact) {
    return impact.units().stream().anyMatch(unit -> !unit.held().isEmpty())
        && impact.units().stream().mapToInt(unit -> unit.acts().size()).sum() <= MOST;
  }

  String draw() {
    int right = left + columns * column;
    int width = right + GAP + LONGEST_END * LETTER;
    boolean works = units.stream().flatMap(unit -> unit.acts().stream()).anyMatch(HtmlTimeline::readsRows);
    int height = TOP + (rows.size() + (works ? 1 : 0)) * ROW;
    out.append(
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"lock timeline\"><svg role=\"img\" width=\"")
        .append(width).append("\" height=\"").append(height).append("\" viewBox=\"0 0 ").append(width).append(' ')
        .append(height).append("\">\n<title>").append(HtmlText.line(words())).append("</title>\n");
    units.forEach(this::transaction);
    int y = TOP;
    for (Map.Entry<String, List<Bar>> row : rows.entrySet()) {
      row(row.getKey(), row.getValue(), y, right);
      y += ROW;
    }
    if (works) {
      work(y, right);
    }
    return out.append("</svg></div>\n").toString();
  }

  /** The picture for those who do not see it. */
  private String words() {
    List<String> words = new ArrayList<>();
    rows.forEach((name, bars) -> bars.forEach(bar -> bar.held().steps().forEach(step -> words.add(
        step.mode().sql() + " on " + name + " from statement " + step.number() + " to " + last(bar.unit())))));
    return String.join("; ", words);
  }

  private static int first(Unit unit) {
    return unit.acts().getFirst().number();
  }

  private static int last(Unit unit) {
    return unit.acts().getLast().number();
  }

  private int x(int number) {
    return left + (number - 1) * column;
  }

  private void transaction(Unit unit) {
    int from = x(first(unit)) + 2;
    int to = x(last(unit) + 1) - 2;
    String reach = unit.reach() == Reach.TRANSACTION ? "one transaction" : "on its own";
    out.append("<g><title>").append(reach).append(": ").append(HtmlText.line(unit.because())).append("</title>")
        .append("<path class=\"bracket").append(unit.reach() == Reach.TRANSACTION ? "" : " alone").append("\" d=\"M")
        .append(from).append(" 22v-5H").append(to).append("v5\"/>");
    if (unit.reach() == Reach.TRANSACTION && to - from > "one transaction".length() * 7) {
      out.append("<text class=\"dim middle\" x=\"").append((from + to) / 2).append("\" y=\"12\">").append(reach)
          .append("</text>");
    }
    out.append("</g>\n");
    unit.acts().forEach(this::number);
  }

  private void number(Act act) {
    Optional<Level> level = Optional.ofNullable(marked.get(act.number()));
    int middle = x(act.number()) + column / 2;
    int radius = Math.min(10, column / 2);
    out.append("<g><title>line ").append(act.place().start().line()).append(": ")
        .append(HtmlText.line(ImpactWords.statement(act))).append("</title>");
    level.ifPresent(worst -> out.append("<circle class=\"").append(worst.word()).append("\" cx=\"").append(middle)
        .append("\" cy=\"33\" r=\"").append(radius).append("\"/>"));
    if (column >= 20 || act.number() % 5 == 0 && column >= 10) {
      out.append("<text class=\"middle").append(level.isPresent() && column >= 20 ? " on" : "").append("\" x=\"")
          .append(middle).append("\" y=\"37\">").append(act.number()).append("</text>");
    }
    out.append("</g>\n");
  }

  private void row(String name, List<Bar> bars, int y, int right) {
    rule(y, right);
    String shown = SafeText.oneLine(name);
    text(0, y + 17, "label", shown.length() <= LONGEST_NAME ? shown : cut(shown));
    bars.forEach(bar -> bar(bar, y));
    Held worst = bars.stream().map(Bar::held).reduce((a, b) -> a.strongest().compareTo(b.strongest()) >= 0 ? a : b)
        .orElseThrow();
    text(right + GAP, y + 17, "dim", worst.strongest().sql() + time(worst));
  }

  /** How long others wait, where sizes tell. */
  private static String time(Held held) {
    return held.duration().filter(duration -> held.strongest().blocksWrites() && !duration.isZero())
        .map(duration -> ", " + ImpactWords.time(Optional.of(duration))).orElse("");
  }

  private static String cut(String name) {
    int end = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 2)) ? LONGEST_NAME - 2 : LONGEST_NAME - 1;
    return name.substring(0, end) + "…";
  }

  private void rule(int y, int right) {
    out.append("<path class=\"rule\" d=\"M0 ").append(y).append("H").append(right).append("\"/>\n");
  }

  private void bar(Bar bar, int y) {
    List<Impact.Taken> steps = bar.held().steps();
    for (int i = 0; i < steps.size(); i++) {
      int from = x(steps.get(i).number());
      int to = i + 1 < steps.size() ? x(steps.get(i + 1).number()) : x(last(bar.unit()) + 1) - 2;
      LockMode mode = steps.get(i).mode();
      int height = mode.blocksReads() ? 18 : mode.blocksWrites() ? 12 : 4;
      out.append("<rect class=\"").append(word(mode)).append("\" x=\"").append(from + 1).append("\" y=\"")
          .append(y + (ROW - height) / 2).append("\" width=\"").append(Math.max(2, to - from - 1))
          .append("\" height=\"").append(height).append("\" rx=\"2\"><title>").append(mode.sql()).append(", blocks ")
          .append(ImpactWords.blocks(mode)).append("</title></rect>\n");
    }
  }

  /** The name of a lock's colour. */
  static String word(LockMode mode) {
    return mode.blocksReads() ? "reads" : mode.blocksWrites() ? "writes" : "free";
  }

  private static boolean readsRows(Act act) {
    return !act.idle() && act.effects().work().readsTables();
  }

  private void work(int y, int right) {
    rule(y, right);
    text(0, y + 17, "label", "work");
    units.stream().flatMap(unit -> unit.acts().stream()).filter(HtmlTimeline::readsRows).forEach(act -> work(act, y));
  }

  private void work(Act act, int y) {
    String word = switch (act.effects().work().kind()) {
      case REWRITE -> "rewrite";
      case INDEX_BUILD -> "index";
      default -> "scan";
    };
    int middle = x(act.number()) + column / 2;
    out.append("<g><title>").append(HtmlText.line(ImpactWords.work(act.effects()))).append("</title>");
    if (column >= word.length() * 7) {
      out.append("<text class=\"middle\" x=\"").append(middle).append("\" y=\"").append(y + 17).append("\">")
          .append(word)
          .append("</text>");
    } else {
      out.append("<rect class=\"work\" x=\"").append(middle - 3).append("\" y=\"").append(y + 10)
          .append("\" width=\"6\" height=\"6\"/>");
    }
    out.append("</g>\n");
  }

  private void text(int x, int y, String kind, String text) {
    out.append("<text class=\"").append(kind).append("\" x=\"").append(x).append("\" y=\"").append(y).append("\">")
        .append(HtmlText.escaped(text)).append("</text>\n");
  }
}
