package dev.ddlint.rule;

import dev.ddlint.catalog.Change;

/** A rule about one kind of change; it sees each change on its own day. */
public interface ChangeRule<C extends Change> {

  /** Reports what is wrong with the change, or nothing. */
  void check(C change, Context at, Findings findings);
}
