package dev.ddlint.report;

import dev.ddlint.engine.Impact;
import dev.ddlint.engine.Result;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Level;
import dev.ddlint.finding.Silenced;
import dev.ddlint.ir.Dialect;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.text.Order;
import dev.ddlint.text.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run found, as all reports take it.
 *
 * @param findings in any order
 * @param rules where reports find what they say of a rule
 * @param files how many files were read
 * @param statements how many statements they hold
 * @param understood how many of those could be read
 * @param problems what could not be read, files and statements
 * @param foreign how many files of a dialect that is recognised only
 * @param testData how many files were passed over as test data, by folder
 * @param heldBack how many findings a baseline holds back
 * @param folder names the run where several reports are uploaded for one commit: the folder that was checked
 * @param elapsed for people; no report for machines shows it
 * @param impacts what the migrations lock and do; empty unless a report shows it
 * @param silenced the findings that are not reported; empty unless they are to be shown
 */
public record Run(List<Reported> findings, RuleIndex rules, int files, int statements, int understood,
    List<Problem> problems, Map<Dialect, Integer> foreign, Map<String, Integer> testData, int heldBack, String folder,
    Duration elapsed, List<Impact> impacts, List<Silenced> silenced) {

  /** By file and place, as people read. */
  static final Comparator<Reported> BY_PLACE = Order.<Reported, String>by(r -> r.place().file().path())
      .thenComparing(r -> r.place().span()).thenComparing(r -> r.finding().level())
      .thenComparing(r -> r.finding().rule()).thenComparing(r -> r.finding().headline());
  /** The worst first, for readers that keep only so many. */
  static final Comparator<Reported> BY_LEVEL = Order.<Reported, Level>by(r -> r.finding().level())
      .thenComparing(r -> r.finding().rule()).thenComparing(BY_PLACE);

  /** @param editable whether a comment may still be written beside it: the file is not published yet */
  public record Reported(Finding finding, boolean editable) {

    Place place() {
      return finding.place();
    }
  }

  /** Something that could not be read, and is therefore not judged. */
  public record Problem(Kind kind, String path, Optional<Place> place, String message) {

    /** What it is about. */
    public enum Kind {
      UNREADABLE_FILE, UNPARSED_STATEMENT
    }
  }

  /** What the engine found, for reports. */
  public static Run of(Result result, RuleIndex rules, String folder, Duration elapsed) {
    List<Problem> problems = new ArrayList<>();
    result.unparsed().forEach(statement -> problems.add(new Problem(Problem.Kind.UNPARSED_STATEMENT,
        statement.place().file().path(), Optional.of(statement.place()), statement.reason())));
    result.problems().forEach(message -> problems
        .add(new Problem(Problem.Kind.UNREADABLE_FILE, path(message), Optional.empty(), message)));
    List<Reported> findings = result.findings().stream()
        .map(finding -> new Reported(finding, result.editable().contains(finding.place().file().path()))).toList();
    return new Run(findings, rules, result.files(), result.statements(), result.understood(), problems,
        result.foreign(), result.testData(), result.heldBack().size(), folder, elapsed, List.of(), List.of());
  }

  /** The same run, with what its migrations lock and do. */
  public Run with(List<Impact> timelines) {
    return new Run(findings, rules, files, statements, understood, problems, foreign, testData, heldBack, folder,
        elapsed, timelines, silenced);
  }

  /** The same run, which also shows what is not reported. */
  public Run showing(List<Silenced> unreported) {
    return new Run(findings, rules, files, statements, understood, problems, foreign, testData, heldBack, folder,
        elapsed, impacts, unreported);
  }

  /** Problems begin with their file: {@code path: reason} or {@code path:line: reason}. */
  private static String path(String message) {
    int end = message.indexOf(": ");
    return (end < 0 ? message : message.substring(0, end)).replaceFirst(":\\d+$", "");
  }

  /** How many findings there are of a level. */
  Map<Level, Integer> counts() {
    Map<Level, Integer> counts = new EnumMap<>(Level.class);
    findings.forEach(reported -> counts.merge(reported.finding().level(), 1, Integer::sum));
    return counts;
  }

  boolean unreadable() {
    return problems.stream().anyMatch(problem -> problem.kind() == Problem.Kind.UNREADABLE_FILE);
  }
}
