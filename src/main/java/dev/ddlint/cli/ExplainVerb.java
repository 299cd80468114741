package dev.ddlint.cli;

import dev.ddlint.report.ExplainReport;
import dev.ddlint.rule.ForeignRules;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RulePage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    ExplainReport report = new ExplainReport(console.style(arguments.color()));
    Set<String> pages = new LinkedHashSet<>();
    for (String typed : arguments.parameters()) {
      Optional<String> none = ForeignRules.why(typed);
      if (none.isPresent()) {
        pages.add("ddlint has no rule of this kind: " + typed + "\n\n" + none.get() + "\n");
      } else {
        names.find(typed).forEach(rule -> pages.add(report.render(RulePage.of(rule))));
      }
    }
    console.out().print(String.join("\n\n", pages));
    return ExitCode.CLEAN;
  }
}
