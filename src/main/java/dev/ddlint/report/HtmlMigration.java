package dev.ddlint.report;

import dev.ddlint.engine.Impact;
import dev.ddlint.engine.Impact.Act;
import dev.ddlint.engine.Impact.Reach;
import dev.ddlint.engine.Impact.Touched;
import dev.ddlint.engine.Impact.Unit;
import dev.ddlint.finding.Level;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a migration locks and touches: the picture, the statements behind it, the tables and their foreign keys. */
final class HtmlMigration {
  private static final int TABLES = 40;

  private final Impact impact;
  private final List<Run.Reported> findings;
  private final StringBuilder out = new StringBuilder();

  HtmlMigration(Impact impact, List<Run.Reported> findings) {
    this.impact = impact;
    this.findings = findings;
  }

  /** Whether anybody else notices that it runs. */
  static boolean isNoticed(Impact impact) {
    return impact.units().stream().anyMatch(unit -> !unit.held().isEmpty());
  }

  String render() {
    out.append("<h4>Locks</h4>\n");
    if (!isNoticed(impact)) {
      out.append("<p class=\"dim\">This migration locks nothing that others use.</p>\n");
    } else if (HtmlTimeline.isWorthDrawing(impact)) {
      out.append(new HtmlTimeline(impact, marked()).draw());
    }
    statements();
    tables();
    return out.toString();
  }

  private Map<Integer, Level> marked() {
    Map<Integer, Level> marked = new TreeMap<>();
    impact.units().stream().flatMap(unit -> unit.acts().stream()).forEach(act -> findings.stream()
        .filter(reported -> holds(act.place().span(), reported.place().span()))
        .forEach(reported -> marked.merge(act.number(), reported.finding().level(),
            (a, b) -> a.compareTo(b) <= 0 ? a : b)));
    return marked;
  }

  private static boolean holds(Span statement, Span clause) {
    return statement.start() <= clause.start() && clause.end() <= statement.end();
  }

  private void statements() {
    long shown = impact.units().stream().flatMap(unit -> unit.acts().stream()).filter(HtmlMigration::isNoticed).count();
    int all = impact.units().stream().mapToInt(unit -> unit.acts().size()).sum();
    if (shown == 0) {
      return;
    }
    out.append("<details><summary>What ").append(shown == all ? "each statement" : shown + " of " + all + " statements")
        .append(shown == 1 && all > 1 ? " does" : shown == all ? " does" : " do").append("</summary>\n")
        .append("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"statements\"><table>")
        .append("<thead><tr><th scope=\"col\">#</th><th scope=\"col\">Statement</th><th scope=\"col\">Locks</th>")
        .append("<th scope=\"col\">Until</th><th scope=\"col\">Work</th></tr></thead><tbody>\n");
    impact.units()
        .forEach(unit -> unit.acts().stream().filter(HtmlMigration::isNoticed).forEach(act -> act(unit, act)));
    out.append("</tbody></table></div></details>\n");
  }

  private static boolean isNoticed(Act act) {
    return act.locks().stream().anyMatch(lock -> !lock.fresh());
  }

  private void act(Unit unit, Act act) {
    List<Impact.Locked> old = act.locks().stream().filter(lock -> !lock.fresh()).toList();
    out.append("<tr><td>").append(act.number()).append("</td><td><code>").append(statement(act))
        .append("</code><br><span class=\"dim\">line ").append(act.place().start().line()).append("</span></td><td>");
    old.forEach(lock -> out.append("<span class=\"lock ").append(HtmlTimeline.word(lock.mode())).append("\">")
        .append(lock.mode().sql()).append("</span> on ").append(HtmlText.code(lock.table().displayName()))
        .append("<br>"));
    out.append("</td><td>").append(end(unit)).append("</td><td>")
        .append(HtmlText.words(ImpactWords.work(act.effects())))
        .append(rows(act));
    act.effects().failure().filter(failure -> !act.idle() || !act.effects().work().readsTables())
        .ifPresent(failure -> out.append("<br>fails when ").append(HtmlText.words(failure.when())));
    out.append("</td></tr>\n");
  }

  private static String rows(Act act) {
    if (!act.effects().work().readsTables()) {
      return "";
    }
    return act.idle()
        ? ", still without rows"
        : act.duration().map(duration -> ", " + ImpactWords.time(act.duration())).orElse("");
  }

  private static String end(Unit unit) {
    if (unit.reach() == Reach.UNKNOWN) {
      return "the statement or its transaction ends";
    }
    return unit.reach() == Reach.TRANSACTION && unit.acts().size() > 1 ? "the transaction ends" : "the statement ends";
  }

  private static String statement(Act act) {
    return HtmlText.escaped(ImpactWords.statement(act));
  }

  private void tables() {
    List<Touched> touched = impact.touched();
    if (touched.isEmpty()) {
      return;
    }
    out.append("<h4>Tables</h4>\n<ul class=\"tables\">\n");
    touched.stream().limit(TABLES).forEach(this::table);
    if (touched.size() > TABLES) {
      out.append("<li class=\"dim\">and ").append(touched.size() - TABLES).append(" more</li>\n");
    }
    out.append("</ul>\n");
  }

  private void table(Touched touched) {
    out.append("<li>").append(HtmlText.code(touched.table().displayName()));
    tag(touched.fresh(), "new");
    tag(touched.dropped(), "dropped");
    tag(!touched.table().isKnown(), "not in this history");
    if (!touched.keys().isEmpty()) {
      out.append("\n<ul>");
      touched.keys().forEach(this::key);
      out.append("</ul>");
    }
    out.append("</li>\n");
  }

  private void key(Impact.Link key) {
    out.append("<li>").append(HtmlText.code(String.join(", ", key.columns())))
        .append(" <span aria-hidden=\"true\">→</span> ").append(HtmlText.code(key.target()));
    tag(key.fresh(), "new");
    tag(!key.validated(), "not validated");
    out.append("</li>");
  }

  private void tag(boolean holds, String word) {
    if (holds) {
      out.append(" <span class=\"tag\">").append(word).append("</span>");
    }
  }
}
