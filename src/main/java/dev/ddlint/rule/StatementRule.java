package dev.ddlint.rule;

import dev.ddlint.ir.Statement;

/** A rule about a statement as it is written, whatever it changes. */
public interface StatementRule<S extends Statement> {

  /** Reports what is wrong with the statement, or nothing. */
  void check(S statement, Context at, Findings findings);
}
