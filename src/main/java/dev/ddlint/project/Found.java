package dev.ddlint.project;

import java.util.List;

/**
 * What the arguments of a run stand for.
 *
 * @param selections by shown path
 * @param problems arguments that stand for nothing; each names the path, what was expected and what to do
 * @param notices what is odd about the selected histories and does not stop the run
 */
public record Found(List<Selection> selections, List<String> problems, List<String> notices) {

  public Found {
    selections = List.copyOf(selections);
    problems = List.copyOf(problems);
    notices = List.copyOf(notices);
  }
}
