package dev.ddlint.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

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
  public CommandSpec options() {
    return Options.command(this).addPositional(Options.parameters("PATH", "1", "A project, a folder or a file."))
        .addOption(Options.one(Options.FORMAT, "FORMAT", "tsv (default) or json."));
  }

  @Override
  public int run(ParseResult arguments, Console console) {
    String format = Options.word(arguments, Options.FORMAT, "tsv", List.of("tsv", "json"));
    String path = Options.positionals(arguments).get(0);
    return command.run(new SchemaRequest(path,
        format.equals("json") ? SchemaRequest.Format.JSON : SchemaRequest.Format.TSV), console);
  }
}
