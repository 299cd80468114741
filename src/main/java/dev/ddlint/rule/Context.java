package dev.ddlint.rule;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.State;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.Tenancy;
import dev.ddlint.ir.Statement;
import dev.ddlint.physics.Effects;
import dev.ddlint.text.SourceFile;
import java.util.List;
import java.util.Optional;

/** The moment of a change: the state before it, the migration it stands in, and what the server does with it. */
public interface Context {

  /** The migration under check. */
  Day day();

  /** The statement under check, one of the steps of {@link #day()}. */
  Step step();

  /** The change under check; empty for a rule about a statement. */
  Optional<Change> change();

  /** What a server does with the change under check. */
  Effects effects();

  default SourceFile file() {
    return day().file();
  }

  default Statement statement() {
    return step().statement();
  }

  /** The state before the statement. */
  default State before() {
    return step().before();
  }

  /** The state after the statement. */
  default State after() {
    return step().after();
  }

  /** All changes of the migration, in order, the one under check included. */
  default List<Change> migration() {
    return day().changes();
  }

  /** Whether the statement runs in a transaction. */
  default Reach transaction() {
    return step().transaction();
  }

  /** What is known of the schema's tenants when the migration begins. */
  default Tenancy tenants() {
    return day().tenants();
  }

  default Settings settings() {
    return day().settings();
  }

  /** Whether the table was made in the migration under check and holds no rows yet, or is temporary. */
  default boolean isNew(Table table) {
    return before().isEmptyOrPrivate(table);
  }

  /**
   * Whether a statement runs in a transaction, and why.
   *
   * @param wayOut where a statement belongs that may not run in one, in the words of an advice step
   */
  record Reach(Answer answer, String reason, String wayOut) {

    /** What is known of it. */
    public enum Answer {
      INSIDE, OUTSIDE, UNKNOWN
    }
  }
}
