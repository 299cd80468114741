package dev.ddlint.report;

import dev.ddlint.engine.Impact;
import dev.ddlint.finding.Level;
import dev.ddlint.rule.RuleIndex;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One page that needs no network: what was found, by migration, and how each migration's locks pile up. */
final class HtmlReport {
  /** A browser shows no more of them at once without waiting. */
  private static final int MOST = 5_000;

  private final Run run;
  private final Map<String, List<Run.Reported>> findings = new LinkedHashMap<>();
  private final Map<String, Impact> impacts = new LinkedHashMap<>();
  private final StringBuilder out = new StringBuilder();

  HtmlReport(Run run) {
    this.run = run;
    run.impacts().forEach(impact -> impacts.put(impact.migration().shownPath(), impact));
    List<Run.Reported> worst = run.findings().stream().sorted(Run.BY_LEVEL).limit(MOST).toList();
    worst.stream().sorted(Run.BY_PLACE).forEach(
        reported -> findings.computeIfAbsent(reported.place().file().path(), path -> new ArrayList<>()).add(reported));
  }

  String render() {
    head();
    summary();
    filter();
    migrations();
    quiet();
    unread();
    out.append("</main>\n<footer><p>").append(HtmlText.line("ddlint " + Product.version()))
        .append("</p></footer>\n<script>").append(resource("report.js")).append("</script>\n</body>\n</html>\n");
    return out.toString();
  }

  private void head() {
    String css = resource("report.css");
    out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '")
        .append(hash(css)).append("'; script-src '").append(hash(resource("report.js")))
        .append("'; base-uri 'none'; form-action 'none'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>").append(title())
        .append("</title>\n<style>").append(css).append("</style>\n</head>\n<body>\n")
        .append("<a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n<header><h1>").append(title())
        .append("</h1>\n<p>").append(HtmlText.line(new Summary(run, Style.PLAIN).counted()))
        .append("</p></header>\n<main>\n");
  }

  private String title() {
    return run.folder().isEmpty() ? "ddlint report" : "ddlint report: " + HtmlText.line(run.folder());
  }

  private void summary() {
    out.append("<section aria-labelledby=\"summary\"><h2 id=\"summary\">Summary</h2>\n<ul class=\"counts\">\n");
    for (Level level : Level.values()) {
      int count = run.counts().getOrDefault(level, 0);
      out.append("<li class=\"").append(level.word()).append("\"><strong>").append(count).append("</strong> ")
          .append(level.word()).append(count == 1 ? "" : "s").append("</li>\n");
    }
    out.append("</ul>\n");
    if (!findings.isEmpty()) {
      rules();
    }
    out.append("</section>\n");
  }

  private void rules() {
    out.append("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"findings by rule\"><table><thead><tr>")
        .append("<th scope=\"col\">Rule</th><th scope=\"col\">What it finds</th><th scope=\"col\">Level</th>")
        .append("<th scope=\"col\" class=\"count\">Findings</th></tr></thead><tbody>\n");
    byRule().forEach((rule, found) -> {
      Level worst = found.stream().map(reported -> reported.finding().level()).min(Level::compareTo)
          .orElse(Level.NOTE);
      out.append("<tr><td>").append(HtmlText.code(rule)).append("</td><td>")
          .append(HtmlText.words(run.rules().byId(rule).map(RuleIndex.Entry::title).orElse(""))).append("</td><td>")
          .append(HtmlFinding.level(worst.word())).append("</td><td class=\"count\">").append(found.size())
          .append("</td></tr>\n");
    });
    out.append("</tbody></table></div>\n");
  }

  /** The worst first. */
  private Map<String, List<Run.Reported>> byRule() {
    Map<String, List<Run.Reported>> byRule = new LinkedHashMap<>();
    run.findings().stream().sorted(Run.BY_LEVEL)
        .forEach(
            reported -> byRule.computeIfAbsent(reported.finding().rule(), rule -> new ArrayList<>()).add(reported));
    return byRule;
  }

  private void filter() {
    if (findings.isEmpty()) {
      return;
    }
    out.append("<form id=\"filter\" role=\"search\" aria-label=\"filter the findings\" hidden>\n");
    for (Level level : Level.values()) {
      out.append("<label><input type=\"checkbox\" name=\"level\" value=\"").append(level.word())
          .append("\" checked> ").append(level.word()).append("s</label>\n");
    }
    out.append("<label>Rule <select name=\"rule\"><option value=\"\">all</option>");
    new TreeMap<>(byRule()).forEach((rule, found) -> out.append("<option>").append(HtmlText.line(rule))
        .append("</option>"));
    out.append("</select></label>\n<label>Text <input type=\"search\" name=\"text\" autocomplete=\"off\"></label>\n")
        .append("<output aria-live=\"polite\"></output>\n</form>\n");
  }

  private void migrations() {
    out.append("<section aria-labelledby=\"findings\"><h2 id=\"findings\">Findings by file</h2>\n");
    out.append(findings.isEmpty() ? "<p>Nothing was found.</p>\n" : "");
    if (!impacts.isEmpty() && findings.keySet().stream().anyMatch(impacts::containsKey)) {
      legend();
    }
    // Migrations stand as they run; what is no migration comes after them.
    impacts.keySet().stream().filter(findings::containsKey).forEach(this::file);
    findings.keySet().stream().filter(path -> !impacts.containsKey(path)).forEach(this::file);
    int left = run.findings().size() - findings.values().stream().mapToInt(List::size).sum();
    if (left > 0) {
      out.append("<p>").append(left).append(" more findings are not shown here: the page would grow too large.</p>\n");
    }
    out.append("</section>\n");
  }

  private void legend() {
    out.append("<p class=\"legend\">How to read the locks: a column is a statement, a bar is a lock that is held. ")
        .append("<span class=\"key reads\"></span> reads and writes wait ")
        .append("<span class=\"key writes\"></span> writes wait <span class=\"key free\"></span> both go on. ")
        .append("A coloured number has a finding.</p>\n");
  }

  private void file(String path) {
    List<Run.Reported> here = findings.getOrDefault(path, List.of());
    out.append("<section class=\"file\"><h3>").append(HtmlText.code(path)).append("</h3>\n");
    here.forEach(reported -> out.append(HtmlFinding.of(reported, run.standpoint().name())));
    Optional.ofNullable(impacts.get(path)).ifPresent(impact -> out.append("<div class=\"impact\">")
        .append(new HtmlMigration(impact, here).render()).append("</div>\n"));
    out.append("</section>\n");
  }

  /** Migrations without findings: those that lock what others use can be opened. */
  private void quiet() {
    List<Impact> quiet = impacts.entrySet().stream().filter(entry -> !findings.containsKey(entry.getKey()))
        .map(Map.Entry::getValue).toList();
    List<Impact> noticed = quiet.stream().filter(HtmlMigration::isNoticed).toList();
    if (quiet.isEmpty()) {
      return;
    }
    out.append("<section aria-labelledby=\"quiet\"><h2 id=\"quiet\">Migrations without findings</h2>\n");
    noticed.forEach(impact -> out.append("<details class=\"file\"><summary><h3>")
        .append(HtmlText.code(impact.migration().shownPath())).append("</h3></summary>\n")
        .append(new HtmlMigration(impact, List.of()).render()).append("</details>\n"));
    int silent = quiet.size() - noticed.size();
    if (silent > 0) {
      out.append("<p class=\"dim\">").append(noticed.isEmpty() ? "" : "Besides, ")
          .append(Summary.count(silent, "migration")).append(silent == 1 ? " locks" : " lock")
          .append(" nothing that others use.</p>\n");
    }
    out.append("</section>\n");
  }

  private void unread() {
    if (run.problems().isEmpty() && run.foreign().isEmpty() && run.testData().isEmpty()) {
      return;
    }
    out.append("<section aria-labelledby=\"unread\"><h2 id=\"unread\">Not judged</h2>\n<ul>\n");
    run.problems().forEach(problem -> out.append("<li>")
        .append(problem.place().map(place -> HtmlText.code(place.toString()) + ": ").orElse(""))
        .append(HtmlText.words(problem.message())).append("</li>\n"));
    new TreeMap<>(run.foreign()).forEach((dialect, files) -> out.append("<li>").append(Summary.count(files, "file"))
        .append(" of ").append(HtmlText.line(dialect.title())).append("</li>\n"));
    new TreeMap<>(run.testData()).forEach((folder, files) -> out.append("<li>").append(Summary.count(files, "file"))
        .append(" of test data in ").append(HtmlText.code(folder)).append("</li>\n"));
    out.append("</ul></section>\n");
  }

  /** What the page may run and apply: exactly this text. */
  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing beside " + HtmlReport.class.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
