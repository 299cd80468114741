package dev.ddlint.physics;

import dev.ddlint.catalog.Table;
import java.util.List;
import java.util.Optional;

/**
 * What a change does to a server.
 *
 * @param locks on relations that were there before the statement, strongest first; all are kept until the transaction
 *        ends (manual, section 13.3.1)
 * @param unseen what the work depends on that the history does not tell; completes "depends on ..."
 * @param failure how rows that are already there can make it fail
 * @param transaction whether it may run in a transaction block
 * @param source the manual's section, or the case in the physics table that shows it
 */
public record Effects(List<Lock> locks, Work work, Optional<String> unseen, Optional<DataFailure> failure,
    TransactionRule transaction, String source) {

  /** Whether the facts are proved by what the history tells. */
  public enum Certainty {
    KNOWN,
    /** It depends on something that was not seen, such as an old type or a session's time zone. */
    DEPENDS
  }

  /** @param sqlState the error's code (manual, appendix A); {@code when} completes the sentence "fails when ..." */
  public record DataFailure(String sqlState, String when) {}

  /** Whether a transaction block is allowed. */
  public enum TransactionRule {
    ALLOWED, FORBIDDEN
  }

  /** A change that no other session and no row feels. */
  public static Effects none(String source) {
    return new Effects(List.of(), Work.CATALOG_ONLY, Optional.empty(), Optional.empty(), TransactionRule.ALLOWED,
        source);
  }

  /** The same where the rows that are there are known to fit. */
  public Effects withoutFailure() {
    return new Effects(locks, work, unseen, Optional.empty(), transaction, source);
  }

  public Certainty certainty() {
    return unseen.isPresent() ? Certainty.DEPENDS : Certainty.KNOWN;
  }

  /** The strongest lock that it takes. */
  public Optional<LockMode> strongest() {
    return locks.stream().map(Lock::mode).findFirst();
  }

  /** The lock that it takes on a table. */
  public Optional<LockMode> lockOn(Table table) {
    return locks.stream().filter(lock -> lock.table().id().equals(table.id())).map(Lock::mode).findFirst();
  }
}
