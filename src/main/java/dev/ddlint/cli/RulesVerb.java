package dev.ddlint.cli;

import dev.ddlint.report.RulesReport;
import dev.ddlint.rule.RuleIndex;
import java.util.List;

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
  public Syntax syntax() {
    return new Syntax(name(), summary(), "", "", 0, 0,
        List.of(Syntax.Option.word(Arguments.FORMAT, "FORMAT", List.of("text", "json"), "text (default) or json"),
            Arguments.COLOR_OPTION));
  }

  @Override
  public int run(Arguments arguments, Console console) {
    String format = arguments.word(Arguments.FORMAT, List.of("text", "json"));
    List<RulesReport.Row> rows = RuleIndex.load().all().stream().map(RulesReport.Row::byDefault).toList();
    console.out().print(format.equals("json")
        ? RulesReport.json(rows)
        : RulesReport.text(rows, console.style(arguments.color())));
    return ExitCode.CLEAN;
  }
}
