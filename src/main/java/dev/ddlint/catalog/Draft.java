package dev.ddlint.catalog;

import dev.ddlint.text.SourceFile;

/** The next state while one statement is applied. */
final class Draft {
  Draft(State before, SourceFile file) {
    this.before = before;
    this.file = file;
  }

  final State before;
  final SourceFile file;
}
