package dev.ddlint.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ddlint.server.Observation;
import dev.ddlint.server.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Observes every case on every version: {@code mvn verify -Ppostgres-all} gets the servers and compares with the
 * committed table; with {@code -Dddlint.postgres.write=FILE} the table is written
 * instead, and {@code -Dddlint.postgres.cases=REGEX} takes some cases only.
 */
class PhysicsProofAllVersionsTest {

  @Test
  void theServersDoWhatTheTableSays() throws IOException, SQLException {
    String folder = System.getProperty("ddlint.postgres.binaries", "");
    assumeTrue(!folder.isEmpty(), "one version only: -Ppostgres-all gets the others");
    String written = System.getProperty("ddlint.postgres.write", "");
    ProofTable observed = written.isEmpty() ? new ProofTable() : ProofTable.committed();
    String only = System.getProperty("ddlint.postgres.cases", ".*");
    List<ProofCase> cases = ProofCase.all().stream().filter(proof -> proof.id().matches(only)).toList();
    try (Stream<Path> archives = Files.list(Path.of(folder))) {
      for (Path archive : archives.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
        observe(archive, cases, observed);
      }
    }
    if (!written.isEmpty()) {
      Files.writeString(Path.of(written), observed.text(ProofCase.all()));
    } else {
      assertThat(observed.text(cases).lines())
          .containsExactlyElementsOf(ProofTable.committed().text(cases).lines().toList());
    }
  }

  private static void observe(Path archive, List<ProofCase> cases, ProofTable into) throws IOException, SQLException {
    long start = System.nanoTime();
    try (PostgresServer server = PostgresServer.from(archive)) {
      Map<String, Observation> seen = ProofTable.observe(server, cases);
      int version = server.major();
      seen.forEach((id, observation) -> into.put(id, version, observation));
      System.out.printf("PostgreSQL %d: %d cases observed, %d of them did something, in %d s%n", version, seen.size(),
          seen.values().stream().filter(Observation::ran).count(), (System.nanoTime() - start) / 1_000_000_000);
    }
  }
}
