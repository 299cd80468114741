package dev.ddlint.report;

import java.util.Locale;

/** The forms that a report can have. A form's classes are loaded when it is asked for. */
public enum Format {
  /** For people, in a terminal. */
  TEXT,
  /** One line a finding, for editors and {@code grep}. */
  CONCISE,
  /** All that is known, for programs; its shape is {@code docs/report.schema.json}. */
  JSON,
  /** SARIF 2.1.0, for code scanning. */
  SARIF,
  /** Workflow commands of GitHub Actions, which annotate a pull request. */
  GITHUB,
  /** GitLab's code quality report. */
  GITLAB,
  /** JUnit's XML, which every CI server shows. */
  JUNIT,
  /** For a job's summary or a comment. */
  MARKDOWN,
  /** One page for a browser, with the locks of each migration drawn; it works without a network. */
  HTML,
  /** The entries of {@code ddlint.yaml} that would silence what was found. */
  CONFIG;

  /** Whether the report shows what migrations lock and do, with a finding or without. */
  public boolean showsImpacts() {
    return this == HTML;
  }

  /** As the command line writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The whole report.
   *
   * @param style of the text for people; other forms know none
   */
  public String render(Run run, Style style) {
    return switch (this) {
      case TEXT -> new TextReport(style).render(run);
      case CONCISE -> ConciseReport.render(run);
      case JSON -> JsonReport.render(run);
      case SARIF -> new SarifReport(run).render();
      case GITHUB -> GithubReport.render(run);
      case GITLAB -> GitlabReport.render(run);
      case JUNIT -> JunitReport.render(run);
      case MARKDOWN -> MarkdownReport.render(run);
      case HTML -> new HtmlReport(run).render();
      case CONFIG -> ConfigReport.render(run);
    };
  }
}
