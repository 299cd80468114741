package dev.ddlint.project;

import java.util.List;
import java.util.Map;

/**
 * What the arguments of a run stand for.
 *
 * @param selections by shown path
 * @param problems arguments that stand for nothing; each names the path, what was expected and what to do
 * @param notices what is odd about the selected histories and does not stop the run
 * @param testData how many files were passed over because they are test data, by the folder that makes them so
 */
public record Found(List<Selection> selections, List<String> problems, List<String> notices,
    Map<String, Integer> testData) {

  public Found {
    selections = List.copyOf(selections);
    problems = List.copyOf(problems);
    notices = List.copyOf(notices);
    testData = Map.copyOf(testData);
  }

  /** Nothing was passed over. */
  public Found(List<Selection> selections, List<String> problems, List<String> notices) {
    this(selections, problems, notices, Map.of());
  }
}
