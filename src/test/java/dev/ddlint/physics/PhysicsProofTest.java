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
    int ran = 0;
    int depending = 0;
    for (ProofCase proof : CASES) {
      for (Map.Entry<Integer, Observation> seen : table.of(proof).entrySet()) {
        Effects said = proof.predict(BASE, seen.getKey());
        new Agreement(proof, seen.getValue(), said).differences()
            .forEach(text -> differences.add(proof.id() + " (" + seen.getKey() + ") " + text));
        compared++;
        depending += said.certainty() == Effects.Certainty.DEPENDS ? 1 : 0;
        ran += seen.getValue().ran() ? 1 : 0;
      }
    }
    System.out.printf("physics: %d cases, %d observations of five versions (%d did something; of %d physics says that"
        + " they depend on something unseen), %d differences%n", CASES.size(), compared, ran, depending,
        differences.size());
    assertThat(differences).isEmpty();
  }

  @Test
  void everyCaseWasObservedOnEveryVersion() {
    ProofTable table = ProofTable.committed();
    assertThat(CASES).extracting(ProofCase::id).doesNotHaveDuplicates();
    for (ProofCase proof : CASES) {
      assertThat(table.of(proof).keySet()).as(proof.id()).containsExactly(14, 15, 16, 17, 18);
      boolean ran = table.of(proof).values().stream().anyMatch(Observation::ran);
      boolean refused = table.of(proof).values().stream().map(Observation::outcome).distinct().count() == 1;
      assertThat(ran || refused).as("%s is taken by some version, or refused by all", proof.id()).isTrue();
    }
  }

  @Test
  void everyAnswerNamesItsSource() {
    List<String> ids = CASES.stream().map(ProofCase::id).toList();
    for (ProofCase proof : CASES) {
      String source = proof.predict(BASE, 18).source();
      if (source.startsWith("physics: ")) {
        for (String name : source.substring("physics: ".length()).split(", ")) {
          assertThat(ids).as("%s rests on %s", proof.id(), name)
              .anyMatch(id -> id.matches(name.replace("*", ".*")));
        }
      } else {
        assertThat(source).as(proof.id()).startsWith("manual, ");
      }
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
