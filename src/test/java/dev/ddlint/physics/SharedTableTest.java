package dev.ddlint.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ddlint.server.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A table that others measured, on 15.18 and 18.1, beside the corpus: each of its shapes is a case here, and was observed
 * to do the same. Locks of statements that refuse a transaction were sampled there, so that a short one may lack.
 */
class SharedTableTest {
  private static final Pattern ROWS = Pattern.compile("\\(.*?\\)");

  @Test
  void theSameWasSeen() throws IOException {
    Path file = Path.of(System.getProperty("ddlint.corpus", "no-corpus")).toAbsolutePath().normalize()
        .resolveSibling("physics").resolve("pg-ground-truth.tsv");
    assumeTrue(Files.exists(file), "no physics table beside the corpus: set -Dddlint.corpus");
    Map<String, ProofCase> cases = ProofCase.all().stream()
        .collect(Collectors.toMap(ProofCase::id, Function.identity()));
    ProofTable ours = ProofTable.committed();
    List<String> differences = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      String[] theirs = line.split("\t", -1);
      ProofCase proof = cases.get(theirs[0]);
      assertThat(proof).as(theirs[0]).isNotNull();
      assertThat(List.of(proof.setup(), proof.statement())).containsExactly(theirs[1], theirs[2]);
      int version = Integer.parseInt(theirs[3].substring(0, theirs[3].indexOf('.')));
      compare(theirs, ours.of(proof).get(version))
          .forEach(text -> differences.add(theirs[0] + " (" + version + ") " + text));
    }
    System.out.printf("shared table: %d rows, %d differences%n", lines.size() - 1, differences.size());
    assertThat(differences).isEmpty();
  }

  private static List<String> compare(String[] theirs, Observation ours) {
    List<String> found = new ArrayList<>();
    if (theirs[4].equals("setup failed")) {
      differ(found, "setup", true, ours.outcome().startsWith("setup"));
      return found;
    }
    differ(found, "transaction", theirs[8].equals("no"), !ours.transactionAllowed());
    if (theirs[4].equals("-")) {
      differ(found, "outcome", theirs[13].substring(0, 5), ours.outcome());
      return found;
    }
    locks(found, theirs[4], ours);
    TreeSet<String> newFiles = new TreeSet<>(ours.rewritten());
    newFiles.addAll(ours.emptied());
    differ(found, "rewrite", names(theirs[11]), newFiles);
    differ(found, "index rebuilt", theirs[9].equals("yes") && newFiles.isEmpty(), !ours.rebuilt().isEmpty());
    if (theirs[7].startsWith("yes")) {
      differ(found, "failure", theirs[13].substring(0, 5), ours.fails());
    }
    if (!ours.outcome().equals(Observation.ANY_ROW)) {
      TreeSet<String> unread = names(theirs[12]);
      unread.removeAll(ours.scanned());
      differ(found, "scan", new TreeSet<>(), unread);
    }
    return found;
  }

  private static void locks(List<String> found, String theirs, Observation ours) {
    TreeMap<String, String> expected = new TreeMap<>();
    for (String lock : theirs.equals("none") ? new String[0] : theirs.split("; ")) {
      expected.put(lock.substring(0, lock.indexOf(':')), lock.substring(lock.indexOf(':') + 1));
    }
    boolean missed = !ours.transactionAllowed() && ours.locks().entrySet().containsAll(expected.entrySet());
    if (!missed) {
      differ(found, "locks", expected, ours.locks());
    }
  }

  private static TreeSet<String> names(String list) {
    return Pattern.compile(",").splitAsStream(list).map(name -> ROWS.matcher(name).replaceAll(""))
        .filter(name -> !name.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
  }

  private static void differ(List<String> found, String aspect, Object theirs, Object ours) {
    if (!theirs.equals(ours)) {
      found.add(aspect + ": theirs " + theirs + ", ours " + ours);
    }
  }
}
