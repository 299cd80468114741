package dev.ddlint.physics;

import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.physics.Effects.DataFailure;
import dev.ddlint.physics.Effects.TransactionRule;
import dev.ddlint.server.Observation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a prediction is what was observed, aspect by aspect. */
record Agreement(ProofCase proof, Observation seen, Effects said) {

  List<String> differences() {
    List<String> found = new ArrayList<>();
    if (!seen.outcome().startsWith("setup")) {
      differ(found, "transaction", seen.transactionAllowed(), said.transaction() == TransactionRule.ALLOWED);
    }
    if (seen.ran()) {
      differ(found, "locks", seen.locks(), locks());
      differ(found, "rewrite", seen.rewritten(), rewritten());
      differ(found, "failure", seen.fails(), said.failure().map(DataFailure::sqlState).orElse(""));
      if (!seen.outcome().equals(Observation.ANY_ROW)) {
        scans(found);
      }
      differ(found, "indexes rebuilt", seen.rebuilt(), rebuilt());
    }
    return found;
  }

  /** A rewrite says it already; how many rows a WHERE picks is not said at all. */
  private void scans(List<String> found) {
    if (said.work().kind() != Work.Kind.ROWS) {
      TreeSet<String> read = names(said.work().readWhole());
      TreeSet<String> scanned = new TreeSet<>(seen.scanned());
      read.removeAll(rewritten());
      scanned.removeAll(seen.rewritten());
      differ(found, "scan", scanned, read);
    }
  }

  /** What physics says to depend on something that it does not see is the most that can happen. */
  private boolean isWithin(Object observed, Object most) {
    return said.certainty() == Effects.Certainty.DEPENDS && (observed.equals("")
        || observed instanceof Collection<?> some && most instanceof Collection<?> all && all.containsAll(some));
  }

  private void differ(List<String> found, String aspect, Object observed, Object said) {
    if (!observed.equals(said) && !isWithin(observed, said)) {
      found.add(aspect + ": observed " + observed + ", said " + said);
    }
  }

  private TreeMap<String, String> locks() {
    TreeMap<String, String> locks = new TreeMap<>();
    said.locks().stream().filter(lock -> lock.table().isKnown())
        .forEach(lock -> locks.put(lock.table().name(), words(lock.mode())));
    return locks;
  }

  /** As pg_locks spells it, without "Lock". */
  private static String words(LockMode mode) {
    return Stream.of(mode.sql().split(" ")).map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  private TreeSet<String> rewritten() {
    return said.work().rewrites() ? names(said.work().tables()) : new TreeSet<>();
  }

  private TreeSet<String> rebuilt() {
    return said.work().rebuilt().stream().map(Index::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static TreeSet<String> names(List<Table> tables) {
    return tables.stream().map(Table::name).collect(Collectors.toCollection(TreeSet::new));
  }
}
