package dev.ddlint.project;

import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.Maintenance;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.Statement;

/**
 * How a tool runs a file: how far its transaction reaches and how it sends the text. {@code docs/runners.md} cites the
 * source of each profile.
 *
 * @param tool the tool's name, as messages write it
 * @param unit what the tool wraps or sends at a time, as messages write it: a file, or a part of one
 * @param optOut the mark by which this file left the tool's transaction; empty when it did not
 * @param detects the tool itself leaves the transaction when a file's statements forbid one
 * @param strict no mark in a file leaves the tool's transaction
 */
public record RunnerProfile(String tool, String unit, Reach reach, Sending sending, String optOut, boolean detects,
    boolean strict) {

  /** How far one transaction of the tool's reaches. */
  public enum Reach {
    STATEMENT, FILE, ALL_PENDING, UNKNOWN
  }

  /** How the text goes to the server. */
  public enum Sending {
    STATEMENT_BY_STATEMENT, WHOLE_FILE,
    /** One by one without waiting for the answers: the server takes them for one implicit transaction. */
    PIPELINE, UNKNOWN
  }

  /** Whether a statement runs inside a transaction. */
  public enum Answer {
    IN_TRANSACTION, OUTSIDE, UNKNOWN
  }

  /**
   * The answer.
   *
   * @param byTool whether the tool sends a BEGIN of its own, so that one in the script is one too many
   * @param because why, as a clause that a message can end in
   */
  public record Transaction(Answer answer, boolean byTool, String because) {
    public static final Transaction NOT_ASKED = unopened(Answer.UNKNOWN, "");

    static Transaction unopened(Answer answer, String because) {
      return new Transaction(answer, false, because);
    }
  }

  public static RunnerProfile of(String tool, Reach reach, Sending sending) {
    return new RunnerProfile(tool, "file", reach, sending, "", false, false);
  }

  /** The same tool, which does with each part of a file what others do with the file. */
  public RunnerProfile each(String part) {
    return new RunnerProfile(tool, part, reach, sending, optOut, detects, strict);
  }

  /** The same tool where a file says that it wants no transaction. */
  public RunnerProfile optedOut(String mark, Sending sentThen) {
    return new RunnerProfile(tool, unit, Reach.STATEMENT, sentThen, mark, false, false);
  }

  /** The same tool, which looks for statements that forbid a transaction and then opens none. */
  public RunnerProfile detecting() {
    return new RunnerProfile(tool, unit, reach, sending, optOut, true, strict);
  }

  /** The same tool, which has no mark for files that want no transaction. */
  public RunnerProfile always() {
    return new RunnerProfile(tool, unit, reach, sending, optOut, detects, true);
  }

  /**
   * Whether Flyway's parser knows that a statement forbids a transaction: its list holds neither REINDEX of one table
   * or index nor DETACH PARTITION CONCURRENTLY.
   */
  public static boolean isDetected(Statement forbidding) {
    return switch (forbidding) {
      case Maintenance s when s.kind() == Maintenance.Kind.REINDEX ->
        s.target() != ObjectKind.TABLE && s.target() != ObjectKind.INDEX;
      case AlterTable s -> false;
      default -> true;
    };
  }

  /** Whether a statement of a section that holds this many statements runs inside a transaction. */
  public Transaction transaction(int statements) {
    return transaction(statements, 0);
  }

  /**
   * The answer for what stands behind a COMMIT or ROLLBACK of the script's own: it has ended the tool's transaction
   * when the statements go one by one. Sent in one query they begin an implicit one again.
   */
  public Transaction ended(Transaction before) {
    boolean opened = before.answer() == Answer.IN_TRANSACTION && reach != Reach.STATEMENT && !detects;
    // Not OUTSIDE: one message to the server may still hold several statements (a pipeline, text between two marks).
    return opened && (sending == Sending.STATEMENT_BY_STATEMENT || sending == Sending.PIPELINE)
        ? Transaction.unopened(Answer.UNKNOWN, "the script has ended the transaction that " + tool + " opened")
        : before;
  }

  /**
   * As {@link #transaction(int)}, for tools that look at the statements themselves.
   *
   * @param forbidding how many of the statements PostgreSQL refuses inside a transaction
   */
  public Transaction transaction(int statements, int forbidding) {
    return switch (reach) {
      case FILE -> detects && forbidding > 0 ? detected(statements, forbidding) : wrapped();
      case ALL_PENDING -> new Transaction(Answer.IN_TRANSACTION, true,
          tool + " runs all pending migrations in one transaction");
      case STATEMENT -> unwrapped(statements);
      case UNKNOWN -> unknown();
    };
  }

  /** Where a statement belongs that may not run in a transaction, in the words of an advice step. */
  public String wayOut() {
    if (reach == Reach.ALL_PENDING) {
      return "outside of the migrations: " + tool + " keeps all of them in one transaction";
    }
    return strict
        ? "outside of the migrations: " + tool + " runs each of them in a transaction"
        : "alone in its file, outside a transaction";
  }

  /** Where a statement belongs that must wait for this migration's transaction to end, in the words of an advice step. */
  public String next() {
    return reach == Reach.ALL_PENDING ? "in the next deploy" : "in the next one";
  }

  private Transaction wrapped() {
    return new Transaction(Answer.IN_TRANSACTION, sending != Sending.PIPELINE,
        tool + " wraps each " + unit + " in a transaction");
  }

  private Transaction detected(int statements, int forbidding) {
    return forbidding == statements
        ? Transaction.unopened(Answer.OUTSIDE,
            tool + " runs a file outside a transaction when all of its statements forbid one")
        : new Transaction(Answer.IN_TRANSACTION, true,
            tool + " refuses a file that mixes statements which forbid a transaction with others (mixed is false)");
  }

  private Transaction unwrapped(int statements) {
    String marked = optOut.isEmpty() ? "" : " with `" + optOut + "`";
    return switch (sending) {
      case STATEMENT_BY_STATEMENT -> Transaction.unopened(Answer.OUTSIDE,
          tool + " runs a " + unit + marked + " statement by statement, without a transaction");
      case WHOLE_FILE -> statements > 1
          ? Transaction.unopened(Answer.IN_TRANSACTION, tool + " sends the whole " + unit + marked + " as one query, "
              + "which PostgreSQL runs as one implicit transaction when it holds two or more statements")
          : Transaction.unopened(Answer.OUTSIDE, tool + " sends the " + unit + marked
              + " as one query without a transaction of its own, and it holds one statement");
      case PIPELINE -> Transaction.unopened(Answer.IN_TRANSACTION,
          tool + " sends a " + unit + marked + " as one pipeline, which PostgreSQL runs as one implicit transaction");
      case UNKNOWN -> unknown();
    };
  }

  private static Transaction unknown() {
    return Transaction.unopened(Answer.UNKNOWN,
        "it is not known whether the tool that runs this file opens a transaction");
  }
}
