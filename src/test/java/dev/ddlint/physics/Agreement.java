package dev.ddlint.physics;

import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.physics.Effects.DataFailure;
import dev.ddlint.physics.Effects.TransactionRule;
import dev.ddlint.server.Observation;
import java.util.ArrayList;
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
        differ(found, "scan", seen.scanned(), names(said.work().readWhole()));
      }
      differ(found, "indexes rebuilt", seen.rebuilt(), rebuilt());
    }
    return found;
  }

  private static void differ(List<String> found, String aspect, Object observed, Object said) {
    if (!observed.equals(said)) {
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
