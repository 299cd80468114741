package dev.ddlint.report;

import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Fix;
import dev.ddlint.finding.Silenced;
import dev.ddlint.text.Edit;
import dev.ddlint.text.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a run knows, as JSON. Its shape is {@code docs/report.schema.json}; {@code version} grows when a reader of
 * the old shape would fail, not when something is added.
 */
final class JsonReport {
  private static final int VERSION = 1;

  private JsonReport() {}

  static String render(Run run) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("version", VERSION);
    report.put("tool", object("name", Product.NAME, "version", Product.version()));
    report.put("summary", summary(run));
    report.put("findings", run.findings().stream().sorted(Run.BY_PLACE).map(r -> finding(r.finding())).toList());
    if (!run.silenced().isEmpty()) {
      report.put("suppressed", run.silenced().stream().map(JsonReport::silenced).toList());
    }
    report.put("problems", run.problems().stream().map(JsonReport::problem).toList());
    return Json.value(report) + "\n";
  }

  private static Map<String, Object> summary(Run run) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("files", run.files());
    summary.put("statements", run.statements());
    summary.put("understood", run.understood());
    run.counts().forEach((level, count) -> summary.put(level.word() + "s", count));
    summary.put("heldBack", run.heldBack());
    Map<String, Object> foreign = new LinkedHashMap<>();
    new TreeMap<>(run.foreign()).forEach((dialect, files) -> foreign.put(dialect.title(), files));
    summary.put("foreignFiles", foreign);
    summary.put("testData", new TreeMap<String, Object>(run.testData()));
    return summary;
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rule", finding.rule());
    json.put("level", finding.level().word());
    json.put("headline", finding.headline());
    json.put("place", place(finding.place()));
    json.put("object", object("kind", finding.object().kind(), "name", finding.object().name()));
    json.put("facts",
        finding.facts().stream().map(fact -> object("label", fact.label(), "text", fact.text())).toList());
    json.put("related", finding.related().stream().map(JsonReport::related).toList());
    finding.advice().ifPresent(advice -> json.put("advice", advice(advice)));
    json.put("fixes", finding.fixes().stream().map(JsonReport::fix).toList());
    json.put("fingerprint", finding.fingerprint());
    if (finding.count() > 1) {
      json.put("also", finding.others().findings().stream().map(JsonReport::other).toList());
    }
    return json;
  }

  private static Map<String, Object> other(Finding finding) {
    Map<String, Object> json = object("rule", finding.rule(), "headline", finding.headline());
    json.put("place", place(finding.place()));
    json.put("object", object("kind", finding.object().kind(), "name", finding.object().name()));
    json.put("fingerprint", finding.fingerprint());
    return json;
  }

  private static Map<String, Object> silenced(Silenced silenced) {
    Map<String, Object> by = object("by", Json.word(silenced.means()), "reason", silenced.reason());
    silenced.place().ifPresent(comment -> by.put("place", place(comment)));
    Map<String, Object> json = finding(silenced.finding());
    json.put("suppression", by);
    return json;
  }

  private static Map<String, Object> related(Finding.Related related) {
    return object("message", related.message(), "place", place(related.place()));
  }

  private static Map<String, Object> advice(Advice advice) {
    List<Map<String, Object>> steps = advice.steps().stream()
        .map(step -> object("when", step.when(), "lines", step.lines())).toList();
    return object("kind", Json.word(advice.kind()), "steps", steps);
  }

  private static Map<String, Object> fix(Fix fix) {
    List<Map<String, Object>> edits = fix.edits().stream().map(JsonReport::edit).toList();
    return object("description", fix.description(), "edits", edits);
  }

  private static Map<String, Object> edit(Edit edit) {
    return object("place", place(edit.place()), "replacement", edit.replacement());
  }

  private static Map<String, Object> place(Place place) {
    Map<String, Object> json = object("file", place.file().path(), "line", place.start().line());
    json.put("column", place.start().column());
    json.put("endLine", place.end().line());
    json.put("endColumn", place.end().column());
    return json;
  }

  private static Map<String, Object> problem(Run.Problem problem) {
    Map<String, Object> json = object("kind", Json.word(problem.kind()), "message", problem.message());
    json.put("file", problem.path());
    problem.place().ifPresent(place -> json.put("place", place(place)));
    return json;
  }

  private static Map<String, Object> object(String first, Object a, String second, Object b) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(first, a);
    json.put(second, b);
    return json;
  }
}
