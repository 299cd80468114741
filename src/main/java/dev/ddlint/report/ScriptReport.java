package dev.ddlint.report;

/** SQL that ddlint composed, for a terminal: it holds names and values of the files that were read. */
public final class ScriptReport {

  private ScriptReport() {}

  /** The lines, and an empty one behind them. */
  public static String render(String sql) {
    StringBuilder out = new StringBuilder();
    SafeText.lines(sql).forEach(line -> out.append(line).append('\n'));
    return out.append('\n').toString();
  }
}
