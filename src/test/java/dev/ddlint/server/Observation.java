package dev.ddlint.server;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a server did with a statement. Only relations count that were there before it, under the name that they had.
 *
 * @param outcome {@code ok}; {@code any row} when it fails on whatever rows there are (the rest is then measured with
 *        empty tables); otherwise the error's code, and nothing else is known
 * @param locks the strongest lock on each table, view and materialized view, in the words of {@code pg_locks}
 * @param rewritten tables with a new file that holds their rows
 * @param emptied tables with a new, empty file
 * @param scanned tables whose rows were read one after another, or all of them through an index
 * @param rebuilt indexes with a new file on a table that was not rewritten or emptied
 * @param fails the error's code when rows are in the way; empty when none is known or tried
 */
public record Observation(String outcome, TreeMap<String, String> locks, TreeSet<String> rewritten,
    TreeSet<String> emptied, TreeSet<String> scanned, TreeSet<String> rebuilt, String fails,
    boolean transactionAllowed) {

  public static final String OK = "ok";
  public static final String ANY_ROW = "any row";
  private static final Pattern LIST = Pattern.compile(", ");

  /** Whether it did something. */
  public boolean ran() {
    return outcome.equals(OK) || outcome.equals(ANY_ROW);
  }

  static Observation refused(String state, boolean transactionAllowed) {
    return new Observation(state, new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(),
        "", transactionAllowed);
  }

  /** The version lacks something that the case needs. */
  public static Observation setupRefused(String state) {
    return refused("setup " + state, true);
  }

  Observation failing(String how, String state) {
    return new Observation(how, locks, rewritten, emptied, scanned, rebuilt, state, transactionAllowed);
  }

  /** As one line of a table, the fields in the order of the components. */
  public String line() {
    String held = locks.entrySet().stream().map(e -> e.getKey() + ":" + e.getValue()).collect(Collectors.joining(", "));
    return String.join("\t", outcome, held, String.join(", ", rewritten), String.join(", ", emptied),
        String.join(", ", scanned), String.join(", ", rebuilt), fails, transactionAllowed ? "allowed" : "forbidden");
  }

  /** Reads a line's fields. */
  public static Observation read(List<String> fields) {
    TreeMap<String, String> locks = new TreeMap<>();
    names(fields.get(1)).forEach(lock -> {
      int colon = lock.lastIndexOf(':');
      locks.put(lock.substring(0, colon), lock.substring(colon + 1));
    });
    return new Observation(fields.get(0), locks, names(fields.get(2)), names(fields.get(3)), names(fields.get(4)),
        names(fields.get(5)), fields.get(6), fields.get(7).equals("allowed"));
  }

  private static TreeSet<String> names(String list) {
    return list.isEmpty() ? new TreeSet<>() : LIST.splitAsStream(list).collect(Collectors.toCollection(TreeSet::new));
  }
}
