package dev.ddlint.report;

import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Finding;

/** A finding as an article of the page. */
final class HtmlFinding {

  private HtmlFinding() {}

  /** @param configuration its file, as messages name it */
  static String of(Run.Reported reported, String configuration) {
    Finding finding = reported.finding();
    String level = finding.level().word();
    StringBuilder out = new StringBuilder("<article class=\"finding ").append(level).append("\" data-level=\"")
        .append(level).append("\" data-rule=\"").append(HtmlText.line(finding.rule())).append("\">\n<h4>")
        .append(level(level)).append(' ').append(HtmlText.words(finding.headline())).append("</h4>\n<p class=\"at\">")
        .append(HtmlText.code(finding.rule())).append(" at line ").append(finding.place().start().line())
        .append(", column ").append(finding.place().start().column()).append("</p>\n")
        .append(HtmlExcerpt.of(finding.place()));
    facts(out, finding);
    finding.advice().ifPresent(advice -> advice(out, advice));
    return out.append("<p class=\"more\"><code>ddlint explain ").append(HtmlText.line(finding.rule()))
        .append("</code> says more. Silence it: ")
        .append(HtmlText.code(TextReport.silence(reported, configuration).replace("   ", " ")))
        .append("</p>\n</article>\n").toString();
  }

  static String level(String word) {
    return "<span class=\"level " + word + "\">" + word + "</span>";
  }

  private static void facts(StringBuilder out, Finding finding) {
    if (finding.facts().isEmpty() && finding.related().isEmpty()) {
      return;
    }
    out.append("<dl>\n");
    finding.facts().forEach(fact -> fact(out, fact.label(), HtmlText.words(fact.text())));
    if (Also.isAny(finding)) {
      fact(out, "also", HtmlText.words(Also.places(finding)));
    }
    Also.besides(finding).forEach(related -> fact(out, "see",
        HtmlText.words(related.message()) + ": " + HtmlText.code(related.place().toString())));
    out.append("</dl>\n");
  }

  private static void fact(StringBuilder out, String label, String html) {
    out.append("<dt>").append(HtmlText.line(label)).append("</dt><dd>").append(html).append("</dd>\n");
  }

  private static void advice(StringBuilder out, Advice advice) {
    out.append("<div class=\"advice\"><h5>Instead</h5>\n");
    if (advice.steps().isEmpty()) {
      out.append("<p>There is no form that avoids this.</p>\n");
    }
    for (Advice.Step step : advice.steps()) {
      out.append("<p class=\"when\">").append(HtmlText.words(step.when())).append("</p>\n<div class=\"copy\"><pre>")
          .append(HtmlText.block(String.join("\n", step.lines()))).append("</pre></div>\n");
    }
    out.append("</div>\n");
  }
}
