package dev.ddlint.cli;

import dev.ddlint.config.FailOn;
import dev.ddlint.finding.Level;
import dev.ddlint.report.Format;
import dev.ddlint.report.Style;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code ddlint check} was asked for.
 *
 * @param paths as typed; the working directory when none was
 * @param format what goes to standard output
 * @param outputs what goes to files besides
 * @param failOn the level from which a finding makes the run fail; empty for the configuration's
 * @param requiredCoverage the share of statements, in percent, that must be understood
 * @param config a configuration file; empty to look for one
 * @param preset {@code recommended} or {@code strict}; empty for the configuration's
 * @param rules levels by rule id; empty turns a rule off
 * @param baseline a file of findings that are held back; empty for the configuration's
 * @param stats a file of the tables' sizes; empty for the configuration's
 * @param style of text on standard output
 * @param since a commit: only what has changed since it is reported
 * @param quiet findings and nothing else
 * @param statistics how many findings each rule has, in their place
 * @param explain the rules that were broken, behind the findings
 * @param showSuppressed whether reports for programs hold what is silenced too
 * @param unsaved whether the only path's content comes from standard input
 * @param fixes whether files are edited
 */
public record CheckRequest(List<String> paths, Format format, List<Output> outputs, Optional<FailOn> failOn,
    Optional<Integer> requiredCoverage, Optional<String> config, Optional<String> preset,
    Map<String, Optional<Level>> rules,
    Style style, Optional<Integer> postgresVersion, Optional<String> baseline, Optional<String> stats,
    Optional<String> since, boolean quiet, boolean statistics, boolean explain,
    boolean showSuppressed, boolean unsaved, Fixes fixes) {

  /** What becomes of the findings that offer an edit. */
  public enum Fixes {
    NONE, APPLY, SHOW
  }

  /** A report for a file. */
  public record Output(Format format, String file) {}

  /** Runs a check. */
  @FunctionalInterface
  public interface Command {

    /** @return the exit code */
    int run(CheckRequest request, Console console);
  }
}
