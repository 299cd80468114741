package dev.ddlint.engine;

import dev.ddlint.config.Configuration;
import dev.ddlint.rule.RuleIndex;
import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * What the projects of a run share.
 *
 * @param today asked for only where a comment names a last day
 */
record Shared(RuleIndex index, ActiveRules rules, Precedence precedence, Configuration configuration, Tally tally,
    Supplier<LocalDate> today) {

  /** Of a run with the rules that a configuration turns on. */
  static Shared of(RuleIndex index, Configuration configuration, Tally tally) {
    ActiveRules rules = new ActiveRules(index, configuration);
    return new Shared(index, rules, new Precedence(rules.entries()), configuration, tally, LocalDate::now);
  }
}
