package dev.ddlint.cli;

/** One of the things that ddlint does. */
interface Verb {

  String name();

  /** One line for the list of verbs, without a full stop. */
  String summary();

  /** Its options and parameters. */
  Syntax syntax();

  /** @return the exit code */
  int run(Arguments arguments, Console console);
}
