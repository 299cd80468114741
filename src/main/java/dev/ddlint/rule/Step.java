package dev.ddlint.rule;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.State;
import dev.ddlint.ir.Statement;
import dev.ddlint.physics.Effects;
import dev.ddlint.text.SourceFile;
import java.util.List;

/** One statement of a migration, with the state before and after it. */
public interface Step {

  Statement statement();

  /** The file that it stands in. */
  SourceFile file();

  /** The state before the statement. */
  State before();

  /** The state after the statement. */
  State after();

  List<Change> changes();

  /** Which part of the file it stands in: a tool runs each part for itself. */
  int part();

  /** Whether the statement runs in a transaction. */
  Context.Reach transaction();

  /** What a server does with the whole statement: the strongest lock a table, each rewrite once. */
  Effects effects();

  /** What a server does with one of its changes. */
  Effects effects(Change change);
}
