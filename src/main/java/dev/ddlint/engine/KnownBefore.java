package dev.ddlint.engine;

import dev.ddlint.finding.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The findings that the base of a review has already: of n equal ones, n are not new. */
final class KnownBefore {
  static final KnownBefore NOTHING = new KnownBefore(Map.of());

  private final Map<String, Integer> counts;

  private KnownBefore(Map<String, Integer> counts) {
    this.counts = counts;
  }

  static KnownBefore of(List<Finding> findings) {
    Map<String, Integer> counts = new HashMap<>();
    findings.forEach(finding -> counts.merge(finding.fingerprint(), 1, Integer::sum));
    return new KnownBefore(counts);
  }

  /** Whether the base has the finding; each of its own answers once. */
  boolean has(Finding finding) {
    int left = counts.getOrDefault(finding.fingerprint(), 0);
    if (left > 0) {
      counts.put(finding.fingerprint(), left - 1);
    }
    return left > 0;
  }
}
