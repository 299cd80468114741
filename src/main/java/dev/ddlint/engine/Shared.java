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
    Supplier<LocalDate> today) {}
