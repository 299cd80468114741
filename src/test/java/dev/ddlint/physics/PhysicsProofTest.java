package dev.ddlint.physics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.catalog.State;
import dev.ddlint.server.Observation;
import dev.ddlint.server.PostgresServer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds what physics says against what the servers did: all cases, all versions, no exceptions. */
class PhysicsProofTest {
  private static final State BASE = ProofCase.base();
  private static final List<ProofCase> CASES = ProofCase.all();

  @Test
  void predictionsAreWhatTheServersDid() {
    ProofTable table = ProofTable.committed();
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (ProofCase proof : CASES) {
      for (Map.Entry<Integer, Observation> seen : table.of(proof).entrySet()) {
        Effects said = proof.predict(BASE, seen.getKey());
        new Agreement(proof, seen.getValue(), said).differences()
            .forEach(text -> differences.add(proof.id() + " (" + seen.getKey() + ") " + text));
        compared++;
      }
    }
    System.out.printf("physics: %d cases, %d observations of five versions, %d differences%n", CASES.size(), compared,
        differences.size());
    assertThat(differences).isEmpty();
  }

  @Test
  void everyCaseWasObservedOnEveryVersion() {
    ProofTable table = ProofTable.committed();
    assertThat(CASES).extracting(ProofCase::id).doesNotHaveDuplicates();
    for (ProofCase proof : CASES) {
      assertThat(table.of(proof).keySet()).as(proof.id()).containsExactly(14, 15, 16, 17, 18);
      assertThat(table.of(proof).values()).as(proof.id()).anyMatch(Observation::ran);
    }
  }

  @Test
  void aServerDoesItAgain() throws IOException, SQLException {
    ProofTable table = ProofTable.committed();
    try (PostgresServer server = PostgresServer.bundled()) {
      int version = server.major();
      Map<String, Observation> again = ProofTable.observe(server, CASES);
      assertThat(CASES).allSatisfy(proof -> assertThat(again.get(proof.id()).line()).as(proof.id())
          .isEqualTo(table.of(proof).get(version).line()));
    }
  }
}
