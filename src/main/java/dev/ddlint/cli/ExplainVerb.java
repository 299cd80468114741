package dev.ddlint.cli;

import dev.ddlint.report.ExplainReport;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RulePage;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

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
  public CommandSpec options() {
    return Options.command(this).addOption(Options.color())
        .addPositional(Options.parameters("RULE", "1..*", "Ids, or the names that squawk and other tools use."));
  }

  @Override
  public int run(ParseResult arguments, Console console) {
    RuleNames names = new RuleNames(RuleIndex.load());
    Set<RuleIndex.Entry> rules = new LinkedHashSet<>();
    Options.positionals(arguments).forEach(typed -> rules.addAll(names.find(typed)));
    ExplainReport report = new ExplainReport(console.style(Options.color(arguments)));
    console.out()
        .print(rules.stream().map(rule -> report.render(RulePage.of(rule))).collect(Collectors.joining("\n\n")));
    return ExitCode.CLEAN;
  }
}
