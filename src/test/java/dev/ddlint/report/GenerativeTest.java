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
 * usual few sequences run with {@code -Dddlint.generative=2000}.
 */
class GenerativeTest {
  private static final int SEQUENCES = Integer.getInteger("ddlint.generative", 10);
  private static final int STATEMENTS = 200;

  @Test
  void foldsAsAServerDoes() throws Exception {
    try (Server server = new Server()) {
      for (int seed = 0; seed < SEQUENCES; seed++) {
        server.clear();
        compare(server, seed);
      }
    }
  }

  private static void compare(Server server, int seed) throws Exception {
    RandomDdl ddl = new RandomDdl(seed);
    List<String> taken = new ArrayList<>();
    State state = State.EMPTY;
    for (int i = 0; i < STATEMENTS; i++) {
      String sql = ddl.next();
      if (server.accepts(sql)) {
        taken.add(sql + ";");
        SourceFile file = new SourceFile("random.sql", sql);
        for (Statement statement : new ScriptReader().read(file).statements()) {
          state = state.apply(statement, file).after();
        }
        TreeSet<String> expected = GoldenCatalogTest.comparable(server.lines());
        assertThat(GoldenCatalogTest.comparable(GoldenHistory.lines(state.catalog())))
            .as(() -> "seed and statements:\n" + String.join("\n", taken)).isEqualTo(expected);
      }
    }
  }
}
