package dev.ddlint.rule;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Column;
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

  /** Whether code that runs may know the table: it was there before the migration, and is no session's own. */
  default boolean isOld(Table table) {
    return !table.isTemporary() && !before().isNew(table);
  }

  /** Whether the column came with the migration under check. */
  default boolean isAddedHere(Column column) {
    return column.origin().migration() == before().migration();
  }

  /** The changes of the migration before the one under check. */
  default List<Change> earlier() {
    return migration().subList(0, position());
  }

  /** The changes of the migration after the one under check. */
  default List<Change> later() {
    return migration().subList(position() + 1, migration().size());
  }

  private int position() {
    List<Change> all = migration();
    Change own = change().orElseThrow();
    int i = 0;
    while (all.get(i) != own) {
      i++;
    }
    return i;
  }

  /**
   * Whether a statement runs in a transaction, and why.
   *
   * @param opener who sends the BEGIN
   * @param wayOut where a statement belongs that may not run in one, in the words of an advice step
   * @param next where a statement belongs that must wait for the transaction to end
   */
  record Reach(Answer answer, Opener opener, String reason, String wayOut, String next) {

    /** What is known of it. */
    public enum Answer {
      INSIDE, OUTSIDE, UNKNOWN
    }

    /** Who opens the transaction. */
    public enum Opener {
      SCRIPT, TOOL,
      /** There is none, it is not known, or the server makes one of what it gets in one message. */
      NOBODY
    }
  }
}
