package dev.ddlint.cli;

import dev.ddlint.rule.RuleIndex;
import java.util.ArrayList;
import java.util.List;

/** {@code ddlint completion SHELL}. */
final class CompletionVerb implements Verb {
  private final List<Verb> others;

  /** @param others all verbs but this one */
  CompletionVerb(List<Verb> others) {
    this.others = List.copyOf(others);
  }

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public String summary() {
    return "Prints what a shell needs to complete verbs and options";
  }

  @Override
  public Syntax syntax() {
    return new Syntax(name(), summary(), "bash|zsh|fish", "the shell; the first line printed says where it goes", 1, 1,
        List.of());
  }

  @Override
  public int run(Arguments arguments, Console console) {
    List<Verb> verbs = new ArrayList<>(others);
    verbs.add(this);
    CompletionScripts scripts = new CompletionScripts(verbs,
        RuleIndex.load().all().stream().map(RuleIndex.Entry::id).toList());
    String shell = arguments.parameters().get(0);
    console.out().print(switch (shell) {
      case "bash" -> scripts.bash();
      case "zsh" -> scripts.zsh();
      case "fish" -> scripts.fish();
      default -> throw new UsageError("ddlint completion " + shell + ": expected bash, zsh or fish");
    });
    return ExitCode.CLEAN;
  }
}
