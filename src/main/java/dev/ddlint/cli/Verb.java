package dev.ddlint.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One of the things that ddlint does. */
interface Verb {

  String name();

  /** One line for the list of verbs. */
  String summary();

  /** Its options and parameters. Made only when the verb runs or its help is asked for. */
  CommandSpec options();

  /** @return the exit code */
  int run(ParseResult arguments, Console console);
}
