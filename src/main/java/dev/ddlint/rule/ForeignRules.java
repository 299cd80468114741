package dev.ddlint.rule;

import java.util.Map;
import java.util.Optional;

/** Rules of squawk's that have no counterpart here, and why. Their names are accepted in comments. */
public final class ForeignRules {
  private static final Map<String, String> WHY = Map.of(
      "ban-create-domain-with-constraint",
      "a constraint of a new domain locks and scans nothing, since no column has the type yet. What hurts is to add one"
          + " later: scanning-domain-constraint.",
      "ban-duplicate-column-assignments",
      "PostgreSQL refuses the statement (42601, 42701) on each run, on an empty database too: the first test run of the"
          + " migration finds it.",
      "require-enum-value-ordering",
      "a new value of an enum goes last unless BEFORE or AFTER is said, which is well defined and locks no table. Whether"
          + " the order is the one that was meant is not visible in a migration.",
      "require-table-schema",
      "names are resolved with the search_path that the history sets, public otherwise; which schema was meant is the"
          + " session's to say, and nothing goes wrong in production because of it.");
  private static final String TOOL = "squawk:";

  private ForeignRules() {}

  /** Why there is no such rule; empty for names that no tool has. */
  public static Optional<String> why(String name) {
    return Optional.ofNullable(WHY.get(name.startsWith(TOOL) ? name.substring(TOOL.length()) : name));
  }

  /** The names, without the tool's. */
  public static java.util.Set<String> names() {
    return WHY.keySet();
  }
}
