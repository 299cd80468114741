package dev.ddlint.engine;

import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Silenced;
import dev.ddlint.finding.Silenced.Means;
import dev.ddlint.ir.Dialect;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.text.Place;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run found.
 *
 * @param findings in the order of path, place, rule
 * @param editable the files that may still be edited: the newest migration of each history, and Prisma schemas
 * @param files how many files under report were read
 * @param statements how many statements these hold
 * @param understood how many of them were understood
 * @param unparsed the statements that were not, with the reason
 * @param foreign files under report in a language that is recognised only, by dialect
 * @param testData files that were passed over as test data, by folder
 * @param problems what could not be read; each names the file and says what to do
 * @param notices what is odd about a history
 * @param unused entries of the configuration that silenced nothing; it means something where all was looked at that it is
 *        for
 * @param silenced the findings that are not reported, by comments and entries first
 * @param scripts where the statements of each SQL file under report stand, in order, by the file's path
 */
public record Result(List<Finding> findings, Set<String> editable, int files, int statements, int understood,
    List<Unparsed> unparsed, Map<Dialect, Integer> foreign, Map<String, Integer> testData, List<String> problems,
    List<String> notices, List<String> unused, List<Silenced> silenced, Map<String, List<Span>> scripts) {

  /** The same run, without what a baseline holds back. */
  public Result against(Baseline baseline) {
    Baseline.Split split = baseline.split(findings);
    List<Silenced> all = new ArrayList<>(silenced);
    split.heldBack().forEach(finding -> all.add(Silenced.outside(finding, Means.BASELINE, "")));
    return new Result(split.reported(), editable, files, statements, understood, unparsed, foreign, testData, problems,
        notices, unused, List.copyOf(all), scripts);
  }

  /** The same run, with what has one cause told as one: for reports, when all else is done. */
  public Result joined(RuleIndex rules) {
    return new Result(new Joining(scripts).join(new LeftBehind(rules).join(findings)), editable, files, statements,
        understood, unparsed, foreign, testData, problems, notices, unused, silenced, scripts);
  }

  /** The findings that a baseline holds back. */
  public List<Finding> heldBack() {
    return silenced.stream().filter(one -> one.means() == Means.BASELINE).map(Silenced::finding).toList();
  }

  /** A statement that was not understood. */
  public record Unparsed(Place place, String reason) {}
}
