package dev.ddlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.catalog.State;
import dev.ddlint.ir.Statement;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Random DDL goes to a server and to the fold; what the server takes must leave both with the same schema. More than the
 * usual few sequences run with {@code -Dddlint.generative=2000}, from another seed than 0 with
 * {@code -Dddlint.generative.from=1000}. What differs is shown by the few statements that it takes.
 */
class GenerativeTest {
  private static final int SEQUENCES = Integer.getInteger("ddlint.generative", 10);
  private static final int FROM = Integer.getInteger("ddlint.generative.from", 0);
  private static final int TRIED = 300;
  private static final int EACH = 4;

  @Test
  void foldsAsAServerDoes() throws Exception {
    List<String> failures = new ArrayList<>();
    int shortest = Integer.MAX_VALUE;
    long total = 0;
    try (Server server = new Server()) {
      for (int seed = FROM; seed < FROM + SEQUENCES; seed++) {
        int failed = failures.size();
        int taken = run(server, seed, failures);
        shortest = failures.size() == failed ? Math.min(shortest, taken) : shortest;
        total += taken;
      }
    }
    System.out.printf("generative: %d sequences from seed %d, %d statements taken, the shortest %d, %d failures%n",
        SEQUENCES, FROM, total, shortest, failures.size());
    assertThat(failures).isEmpty();
    assertThat(shortest).isGreaterThanOrEqualTo(20);
  }

  /** The number of statements that the server took. */
  private static int run(Server server, int seed, List<String> failures) throws Exception {
    RandomDdl ddl = new RandomDdl(seed);
    List<String> taken = new ArrayList<>();
    State state = State.EMPTY;
    server.clear();
    for (int i = 0; i < TRIED; i++) {
      String sql = ddl.next();
      if (server.accepts(sql)) {
        taken.add(sql);
        state = folded(state, sql);
        if (taken.size() % EACH == 0 && !differences(server, state).isEmpty()) {
          break;
        }
      }
    }
    if (!differences(server, state).isEmpty()) {
      failures.add("seed " + seed + "\n" + shortened(server, taken));
    }
    return taken.size();
  }

  private static State folded(State state, String sql) {
    SourceFile file = new SourceFile("random.sql", sql);
    State after = state;
    for (Statement statement : new ScriptReader().read(file).statements()) {
      after = after.apply(statement, file).after();
    }
    return after;
  }

  private static List<String> differences(Server server, State state) throws Exception {
    try {
      return compared(server, state);
    } catch (RuntimeException e) {
      return List.of(e + " at " + e.getStackTrace()[0]);
    }
  }

  private static List<String> compared(Server server, State state) throws Exception {
    TreeSet<String> there = GoldenCatalogTest.comparable(server.lines());
    TreeSet<String> folded = GoldenCatalogTest.comparable(GoldenHistory.lines(state.catalog()));
    List<String> differences = new ArrayList<>();
    there.stream().filter(line -> !folded.contains(line)).forEach(line -> differences.add("missing " + line));
    folded.stream().filter(line -> !there.contains(line)).forEach(line -> differences.add("extra   " + line));
    return differences;
  }

  /** Leaves out each statement without which the others still lead to a difference. */
  private static String shortened(Server server, List<String> statements) throws Exception {
    List<String> kept = new ArrayList<>(statements);
    for (int i = kept.size() - 1; i >= 0; i--) {
      List<String> fewer = new ArrayList<>(kept);
      fewer.remove(i);
      if (!replayed(server, fewer).isEmpty()) {
        kept = fewer;
      }
    }
    return String.join(";\n", kept) + ";\n  " + String.join("\n  ", replayed(server, kept));
  }

  private static List<String> replayed(Server server, List<String> statements) throws Exception {
    State state = State.EMPTY;
    server.clear();
    for (String sql : statements) {
      if (server.accepts(sql)) {
        state = folded(state, sql);
      }
    }
    return differences(server, state);
  }
}
