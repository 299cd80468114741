package dev.ddlint.cli;

import java.util.List;

/** {@code ddlint diff OLD NEW}. */
final class DiffVerb implements Verb {
  private final CheckRequest.Command command;

  DiffVerb(CheckRequest.Command command) {
    this.command = command;
  }

  @Override
  public String name() {
    return "diff";
  }

  @Override
  public String summary() {
    return "Shows the SQL that leads from one Prisma schema to another, and what it does to production";
  }

  @Override
  public Syntax syntax() {
    return new Syntax(name(), summary(), "OLD NEW",
        "a file, a folder, git:REF (the other one's path there) or git:REF:PATH", 2, 2, CheckVerb.reporting());
  }

  @Override
  public int run(Arguments arguments, Console console) {
    return command.run(CheckVerb.request(arguments, console), console);
  }
}
