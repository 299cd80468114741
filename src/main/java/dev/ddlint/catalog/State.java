package dev.ddlint.catalog;

import dev.ddlint.ir.Statement;
import dev.ddlint.text.SourceFile;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * A database as a migration finds it at one statement: the catalog, the session, and the open transaction.
 *
 * @param migration the ordinal of the migration that runs
 * @param filled the tables that got rows in this migration
 * @param begun the state at BEGIN, while a transaction that the script opened itself is open
 * @param nextId the id that the next object gets
 */
public record State(Catalog catalog, Session session, int migration, PSet<ObjectId> filled, Optional<State> begun,
    int nextId) {

  public static final State EMPTY = new State(Catalog.EMPTY, Session.DEFAULT, 0, HashTreePSet.empty(), Optional.empty(),
      1);

  /** What a statement leads to. */
  public record Step(State after, List<Change> changes) {}

  /** The state in which the next migration begins: a fresh session, no open transaction. */
  public State beginMigration(int ordinal) {
    return new State(catalog, Session.DEFAULT, ordinal, HashTreePSet.empty(), Optional.empty(), nextId);
  }

  /**
   * The state in which the next of several migrations begins that are applied together: what the first makes is new in
   * the second.
   *
   * @param ordinal of all of them
   * @param before the tables that got rows in those before
   */
  public State beginTogether(int ordinal, PSet<ObjectId> before) {
    return new State(catalog, Session.DEFAULT, ordinal, before, Optional.empty(), nextId);
  }

  /** The state in which the next file of the same migration begins. */
  public State beginFile() {
    return new State(catalog, Session.DEFAULT, migration, filled, Optional.empty(), nextId);
  }

  /** Applies a statement of a file. Never throws on what a statement says. */
  public Step apply(Statement statement, SourceFile file) {
    return new Fold(new Draft(this, file)).apply(statement);
  }

  /** Whether the script itself has opened a transaction. */
  public boolean inTransaction() {
    return begun.isPresent();
  }

  /** Whether the table was made in the migration that runs. */
  public boolean isNew(Table table) {
    return table.origin().migration() == migration;
  }

  /** Whether the table was made in this migration and holds no rows yet, or is this session's own. */
  public boolean isEmptyOrPrivate(Table table) {
    return table.isTemporary() || (isNew(table) && !filled.contains(table.id()));
  }
}
