package dev.ddlint.physics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.catalog.State;
import dev.ddlint.catalog.Table;
import dev.ddlint.physics.Effects.TransactionRule;
import dev.ddlint.physics.GroundTruth.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds what physics says against what real servers did. */
class GroundTruthTest {

  @Test
  void agreesWithTheSharedTable() {
    compare(GroundTruth.shared());
  }

  @Test
  void agreesWithTheProjectsOwnTable() {
    compare(GroundTruth.own());
  }

  @Test
  void everyExceptionIsStillNeeded() {
    State base = GroundTruth.base();
    Set<String> needed = new TreeSet<>();
    Stream.concat(GroundTruth.shared().stream(), GroundTruth.own().stream()).forEach(row -> differences(row,
        GroundTruth.predict(base, row)).keySet().forEach(aspect -> needed.add(row.id() + " " + aspect)));
    assertThat(needed).containsExactlyInAnyOrderElementsOf(exceptions().keySet());
  }

  private static void compare(List<Row> rows) {
    State base = GroundTruth.base();
    Map<String, String> exceptions = exceptions();
    List<String> mismatches = new ArrayList<>();
    for (Row row : rows) {
      Effects said = GroundTruth.predict(base, row);
      differences(row, said).forEach((aspect, text) -> {
        if (!exceptions.containsKey(row.id() + " " + aspect)) {
          mismatches.add(row.id() + " (" + row.version() + ") " + aspect + ": " + text);
        }
      });
    }
    assertThat(rows).isNotEmpty();
    assertThat(mismatches).as("of " + rows.size() + " rows").isEmpty();
  }

  private static Map<String, String> differences(Row row, Effects said) {
    Map<String, String> found = new HashMap<>();
    differ(found, "transaction", row.runsInTransaction(), said.transaction() == TransactionRule.ALLOWED);
    if (row.ran()) {
      differ(found, "locks", locks(row), locks(said));
      rewrites(found, row, said);
      if (!row.anyRows()) {
        scans(found, row, said);
      }
      failure(found, row, said);
      if (!row.emptied() && said.certainty() == Effects.Certainty.KNOWN) {
        differ(found, "index rebuilt", row.indexRebuilt(), rebuildsIndexes(said));
      }
    }
    return found;
  }

  private static void differ(Map<String, String> found, String aspect, Object observed, Object said) {
    if (!observed.equals(said)) {
      found.put(aspect, "observed " + observed + ", said " + said);
    }
  }

  private static Set<String> locks(Row row) {
    return row.locks().equals("none") ? Set.of() : new TreeSet<>(List.of(row.locks().split("; ")));
  }

  private static Set<String> locks(Effects said) {
    return said.locks().stream().map(lock -> lock.table().name() + ":" + mode(lock.mode()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** As pg_locks spells it, without "Lock". */
  private static String mode(LockMode mode) {
    return Stream.of(mode.sql().split(" ")).map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  private static Set<String> names(String list) {
    return Stream.of(list.split(",")).map(name -> name.replaceAll("\\(.*", "")).filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(List<Table> tables) {
    return tables.stream().map(Table::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** What depends on something unseen may be less than said. */
  private static void rewrites(Map<String, String> found, Row row, Effects said) {
    Set<String> observed = row.emptied() ? Set.of() : names(row.rewritten());
    if (said.certainty() == Effects.Certainty.KNOWN || !rewritten(said).containsAll(observed)) {
      differ(found, "rewrite", observed, rewritten(said));
    }
  }

  private static Set<String> rewritten(Effects said) {
    return said.work().rewrites() ? names(said.work().tables()) : Set.of();
  }

  /**
   * A referenced table may be read through its key instead: the planner decides. What depends on something unseen may be
   * less than said, and how many rows a WHERE reads is not said at all.
   */
  private static void scans(Map<String, String> found, Row row, Effects said) {
    Set<String> observed = names(row.scanned());
    Set<String> read = names(said.work().readWhole());
    Set<String> more = new TreeSet<>(read);
    more.removeAll(observed);
    more.removeIf(table -> row.mentions("REFERENCES " + table) || row.mentions("VALIDATE CONSTRAINT")
        || row.mentions(" ENFORCED"));
    boolean tooLittle = !read.containsAll(observed) && said.work().kind() != Work.Kind.ROWS;
    boolean tooMuch = !more.isEmpty() && said.certainty() == Effects.Certainty.KNOWN;
    if (tooLittle || tooMuch) {
      found.put("scan", "observed " + observed + ", said " + read);
    }
  }

  /** Rows that were not tried prove nothing. */
  private static void failure(Map<String, String> found, Row row, Effects said) {
    String state = said.failure().map(Effects.DataFailure::sqlState).orElse("");
    boolean failed = row.fails().startsWith("yes");
    boolean held = row.fails().equals("no") && row.tried().filter(bad -> !bad.isEmpty()).isPresent();
    if (failed && !state.equals(row.state()) || held && !state.isEmpty()) {
      found.put("failure", "observed " + row.fails() + " " + row.state() + ", said " + said.failure());
    }
  }

  private static boolean rebuildsIndexes(Effects said) {
    boolean rewritten = said.work().rewrites()
        && said.work().tables().stream().anyMatch(table -> !table.indexes().isEmpty());
    return rewritten || !said.work().rebuilt().isEmpty();
  }

  /** Aspects of rows that physics does not follow, with the reason. */
  private static Map<String, String> exceptions() {
    return GroundTruth.resource("ground-truth-exceptions.tsv").stream().filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t")).collect(Collectors.toMap(c -> c[0] + " " + c[1], c -> c[2]));
  }
}
