package dev.ddlint.engine;

import dev.ddlint.finding.Finding;
import dev.ddlint.rule.Day;
import dev.ddlint.rule.SharedTransaction;
import dev.ddlint.rule.Step;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The stretches of a migration of which each may be one transaction: what is locked in one is free again in the next.
 *
 * @param begins the first statement of each, by where it stands
 */
record Stretches(SourceFile file, TreeMap<Integer, Span> begins) {

  static Stretches of(Day day) {
    Stretches stretches = new Stretches(day.file(), new TreeMap<>());
    List<Step> steps = day.steps();
    for (int i = 0; i < steps.size(); i++) {
      if (i == 0 || SharedTransaction.endsBetween(steps.get(i - 1), steps.get(i))) {
        Span first = steps.get(i).statement().span();
        stretches.begins.put(first.start(), first);
      }
    }
    return stretches;
  }

  /** The finding, which then knows its own. */
  Finding mark(Finding finding) {
    return begin(finding).map(finding::in).orElse(finding);
  }

  private Optional<Span> begin(Finding finding) {
    return finding.place().file() == file
        ? Optional.ofNullable(begins.floorEntry(finding.place().span().start())).map(Map.Entry::getValue)
        : Optional.empty();
  }
}
