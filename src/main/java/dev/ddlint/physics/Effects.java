package dev.ddlint.physics;

import java.util.List;
import java.util.Optional;

/**
 * What a change does to a server.
 *
 * @param locks on tables that were there before, strongest first
 * @param certainty whether the state tells enough to be sure of the work
 * @param failure how rows that are already there can make it fail
 * @param transaction whether it may run in a transaction block
 * @param source the manual's section, or the case in the physics table that shows it
 */
public record Effects(List<Lock> locks, Work work, Certainty certainty, Optional<DataFailure> failure,
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
}
