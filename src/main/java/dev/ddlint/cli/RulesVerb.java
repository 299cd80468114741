package dev.ddlint.cli;

import dev.ddlint.report.RulesReport;
import dev.ddlint.rule.RuleIndex;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ddlint rules}. */
final class RulesVerb implements Verb {

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public String summary() {
    return "Lists all rules by family, with their levels";
  }

  @Override
  public CommandSpec options() {
    return Options.command(this).addOption(Options.color())
        .addOption(Options.one(Options.FORMAT, "FORMAT", "text (default) or json."));
  }

  @Override
  public int run(ParseResult arguments, Console console) {
    String format = Options.word(arguments, Options.FORMAT, "text", List.of("text", "json"));
    List<RulesReport.Row> rows = RuleIndex.load().all().stream().map(RulesReport.Row::byDefault).toList();
    console.out().print(format.equals("json")
        ? RulesReport.json(rows)
        : RulesReport.text(rows, console.style(Options.color(arguments))));
    return ExitCode.CLEAN;
  }
}
