package dev.ddlint.cli;

import dev.ddlint.report.ExplainReport;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RulePage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code ddlint explain RULE}. */
final class ExplainVerb implements Verb {

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String summary() {
    return "Shows what a rule means, why it matters and what to do instead";
  }

  @Override
  public Syntax syntax() {
    return new Syntax(name(), summary(), "RULE", "ids, or the names that squawk and other tools use", 1,
        Integer.MAX_VALUE, List.of(Arguments.COLOR_OPTION));
  }

  @Override
  public int run(Arguments arguments, Console console) {
    RuleNames names = new RuleNames(RuleIndex.load());
    Set<RuleIndex.Entry> rules = new LinkedHashSet<>();
    arguments.parameters().forEach(typed -> rules.addAll(names.find(typed)));
    ExplainReport report = new ExplainReport(console.style(arguments.color()));
    console.out()
        .print(rules.stream().map(rule -> report.render(RulePage.of(rule))).collect(Collectors.joining("\n\n")));
    return ExitCode.CLEAN;
  }
}
