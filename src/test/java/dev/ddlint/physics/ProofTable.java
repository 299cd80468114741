package dev.ddlint.physics;

import dev.ddlint.server.Observation;
import dev.ddlint.server.Observer;
import dev.ddlint.server.PostgresServer;
import dev.ddlint.server.Workplace;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the servers did with each case, by case and version: {@code observed.tsv}. Versions that agree share a line. */
final class ProofTable {
  private static final String HEADER = "case\tversions\toutcome\tlocks\trewritten\temptied\tscanned\trebuilt\tfails\t"
      + "transaction";
  /** Takes out the rows that a statement may stumble over whatever they are. */
  private static final String EMPTYING = "TRUNCATE orders CASCADE; TRUNCATE nopk; TRUNCATE part_new; TRUNCATE parted";

  private final Map<String, SortedMap<Integer, Observation>> byCase = new HashMap<>();

  static ProofTable committed() {
    ProofTable table = new ProofTable();
    for (String line : ProofCase.lines("observed.tsv").stream().skip(1).toList()) {
      List<String> fields = Arrays.asList(line.split("\t", -1));
      Observation observation = Observation.read(fields.subList(2, fields.size()));
      for (String version : fields.get(1).split(" ")) {
        table.put(fields.get(0), Integer.parseInt(version), observation);
      }
    }
    return table;
  }

  void put(String id, int version, Observation observation) {
    byCase.computeIfAbsent(id, key -> new TreeMap<>()).put(version, observation);
  }

  SortedMap<Integer, Observation> of(ProofCase proof) {
    return byCase.getOrDefault(proof.id(), new TreeMap<>());
  }

  /** Runs all cases on a server. */
  static Map<String, Observation> observe(PostgresServer server, List<ProofCase> cases) throws SQLException {
    server.role("probe_role");
    String extension = "CREATE EXTENSION citext SCHEMA extensions";
    Observer observer = new Observer(server, new Workplace(server, extension, ProofCase.baseSql()),
        new Workplace(server, extension, ProofCase.baseSql()), EMPTYING);
    Map<String, Observation> seen = new LinkedHashMap<>();
    for (ProofCase proof : cases) {
      try {
        seen.put(proof.id(), observer.observe(proof.setup(), proof.statement(), proof.bad()));
      } catch (SQLException e) {
        seen.put(proof.id(), Observation.setupRefused(e.getSQLState()));
      }
    }
    return seen;
  }

  /** The lines of these cases, in their order. */
  String text(List<ProofCase> cases) {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (ProofCase proof : cases) {
      Map<String, List<Integer>> versions = new LinkedHashMap<>();
      of(proof).forEach((version, seen) -> versions.computeIfAbsent(seen.line(), l -> new ArrayList<>()).add(version));
      versions.forEach((line, which) -> lines.add(proof.id() + "\t"
          + which.stream().map(String::valueOf).collect(Collectors.joining(" ")) + "\t" + line));
    }
    return String.join("\n", lines) + "\n";
  }
}
