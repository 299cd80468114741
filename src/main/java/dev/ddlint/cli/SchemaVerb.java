package dev.ddlint.cli;

import java.util.List;

/** {@code ddlint schema PATH}. */
final class SchemaVerb implements Verb {
  private final SchemaRequest.Command command;

  SchemaVerb(SchemaRequest.Command command) {
    this.command = command;
  }

  @Override
  public String name() {
    return "schema";
  }

  @Override
  public String summary() {
    return "Shows the schema that a history of migrations or a Prisma schema leads to";
  }

  @Override
  public Syntax syntax() {
    return new Syntax(name(), summary(), "PATH", "a project, a folder or a file", 1, 1,
        List.of(Syntax.Option.word(Arguments.FORMAT, "FORMAT", List.of("tsv", "json"), "tsv (default) or json")));
  }

  @Override
  public int run(Arguments arguments, Console console) {
    String format = arguments.word(Arguments.FORMAT, List.of("tsv", "json"));
    String path = arguments.parameters().get(0);
    return command.run(new SchemaRequest(path,
        format.equals("json") ? SchemaRequest.Format.JSON : SchemaRequest.Format.TSV), console);
  }
}
