package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.physics.Statistics;
import dev.ddlint.physics.Statistics.Size;
import dev.ddlint.project.Found;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.report.ImpactJson;
import dev.ddlint.report.ImpactReport;
import dev.ddlint.report.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What shares a transaction, which locks pile up in it, and how long they are held. */
class ImpactTest {
  private static final String TABLES = "CREATE TABLE a (id int PRIMARY KEY, n int);\n"
      + "CREATE TABLE b (id int PRIMARY KEY, n int);\n";
  private static final Statistics SIZES = Statistics.NONE.withSizes(Map.of("public.a",
      new Size(1_000_000, 400L << 20, 80L << 20), "public.b", new Size(10, 8192, 16384)));

  private @TempDir Path folder;

  private void write(String file, String text) {
    try {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Impact> impacts(String path, Statistics sizes) throws InterruptedException {
    Found found = ProjectFinder.find(List.of(Path.of(path)), folder);
    List<String> problems = new ArrayList<>();
    Configuration configuration = Configuration.DEFAULT
        .with(Configuration.DEFAULT.settings().withStatistics(sizes));
    List<Impact> impacts = Linter.impact(found, configuration, problems);
    assertThat(problems).isEmpty();
    return impacts;
  }

  private String text(String path, Statistics sizes) throws InterruptedException {
    return new ImpactReport(Style.PLAIN, !sizes.sizes().isEmpty()).render(impacts(path, sizes));
  }

  private void goose(String up) {
    write("m/1_tables.sql", "-- +goose Up\n" + TABLES);
    write("m/2_change.sql", "-- +goose Up\n" + up);
  }

  @Test
  void locksPileUpUntilTheTransactionEnds() throws Exception {
    goose("CREATE INDEX i ON a (n);\nALTER TABLE b ADD COLUMN m int;\nALTER TABLE a ALTER COLUMN n TYPE bigint;\n");
    assertThat(text("m/2_change.sql", SIZES)).isEqualTo("""
        m/2_change.sql

          one transaction: goose wraps each file in a transaction
            1  line 2  CREATE INDEX i ON a (n)
               locks   SHARE on a until the transaction ends
               blocks  writes, vacuum and DDL
               work    index build on a, about 10 s
            2  line 3  ALTER TABLE b ADD COLUMN m int
               locks   ACCESS EXCLUSIVE on b until the transaction ends
               blocks  reads, writes, vacuum and DDL
               work    the catalog only
            3  line 4  ALTER TABLE a ALTER COLUMN n TYPE bigint
               locks   ACCESS EXCLUSIVE on a until the transaction ends
               blocks  reads, writes, vacuum and DDL
               work    rewrite of a and its indexes, about 22 s
            held until the transaction ends, statement by statement (# nothing goes, = reads go, - reads and writes go)
               a  ==#  ACCESS EXCLUSIVE from 3 on; reads and writes wait about 32 s
               b  .##  ACCESS EXCLUSIVE from 2 on; reads and writes wait about 22 s
        """);
    assertThat(text("m/2_change.sql", Statistics.NONE)).contains("index build on a\n", "ACCESS EXCLUSIVE from 3 on\n");
  }

  @Test
  void aStatementOnItsOwnKeepsNothing() throws Exception {
    goose("-- +goose NO TRANSACTION\nCREATE INDEX CONCURRENTLY i ON a (n);\nALTER TABLE a ADD COLUMN m int;\n");
    Impact impact = impacts("m/2_change.sql", SIZES).getFirst();
    assertThat(impact.units()).extracting(Impact.Unit::reach).containsExactly(Impact.Reach.STATEMENT,
        Impact.Reach.STATEMENT);
    assertThat(text("m/2_change.sql", SIZES)).contains("SHARE UPDATE EXCLUSIVE on a until the statement ends",
        "blocks  vacuum and DDL");
  }

  @Test
  void theScriptsOwnTransactionIsAUnit() throws Exception {
    write("m/1_a.sql", TABLES);
    write("m/2_b.sql", "BEGIN;\nALTER TABLE a ADD COLUMN m int;\nALTER TABLE b ADD COLUMN m int;\nCOMMIT;\n"
        + "ALTER TABLE a ADD COLUMN k int;\n");
    Impact impact = impacts("m/2_b.sql", SIZES).getFirst();
    assertThat(impact.units()).extracting(Impact.Unit::reach).containsExactly(Impact.Reach.TRANSACTION,
        Impact.Reach.UNKNOWN);
    assertThat(impact.units().getFirst().acts()).hasSize(2);
    assertThat(impact.units().getFirst().held()).hasSize(2);
  }

  @Test
  void eachChangesetHasATransaction() throws Exception {
    write("m/a.sql", "--liquibase formatted sql\n--changeset x:1\n" + TABLES
        + "--changeset x:2\nALTER TABLE a ADD COLUMN m int;\n--changeset x:3\nALTER TABLE b ADD COLUMN m int;\n");
    Impact impact = impacts("m/a.sql", SIZES).getFirst();
    assertThat(impact.units()).hasSize(3).allMatch(unit -> unit.reach() == Impact.Reach.TRANSACTION);
  }

  @Test
  void aTableThatTheMigrationMadeKeepsNobodyWaiting() throws Exception {
    goose("CREATE TABLE c (id int PRIMARY KEY, a int REFERENCES a);\nCREATE INDEX ON c (a);\n");
    assertThat(text("m/2_change.sql", SIZES)).contains("work    index build on c, still without rows",
        "SHARE ROW EXCLUSIVE on a until the transaction ends").doesNotContain("on c until");
    Impact.Unit unit = impacts("m/2_change.sql", SIZES).getFirst().units().getFirst();
    assertThat(unit.held()).extracting(held -> held.table().name()).containsExactly("a");
  }

  @Test
  void aStrongerLockOnTheSameTableIsASecondStep() throws Exception {
    goose("CREATE INDEX i ON a (n);\nALTER TABLE a ADD COLUMN m int;\nCREATE INDEX j ON a (n);\n");
    Impact.Held held = impacts("m/2_change.sql", SIZES).getFirst().units().getFirst().held().getFirst();
    assertThat(held.steps()).extracting(step -> step.number() + " " + step.mode().sql()).containsExactly("1 SHARE",
        "2 ACCESS EXCLUSIVE");
  }

  @Test
  void aSizeThatIsNotKnownGivesNoTime() throws Exception {
    goose("CREATE INDEX i ON a (n);\n");
    Statistics other = Statistics.NONE.withSizes(Map.of("public.b", new Size(1, 8192, 0)));
    assertThat(text("m/2_change.sql", other)).contains("index build on a, a time that grows with the table");
  }

  @Test
  void theSameForPrograms() throws Exception {
    goose("CREATE UNIQUE INDEX i ON a (n);\n");
    assertThat(ImpactJson.render(impacts("m/2_change.sql", SIZES))).isEqualTo("""
        {
          "migrations": [
            {
              "path": "m/2_change.sql",
              "runner": "goose",
              "units": [
                {
                  "reach": "transaction",
                  "because": "goose wraps each file in a transaction",
                  "statements": [
                    {
                      "number": 1,
                      "line": 2,
                      "sql": "CREATE UNIQUE INDEX i ON a (n)",
                      "locks": [
                        {
                          "table": "public.a",
                          "mode": "SHARE",
                          "new": false,
                          "blocks": [
                            "writes",
                            "vacuum",
                            "DDL"
                          ]
                        }
                      ],
                      "work": {
                        "kind": "index-build",
                        "onRows": true,
                        "tables": [
                          "public.a"
                        ],
                        "scanned": [],
                        "rebuiltIndexes": []
                      },
                      "failsWhen": "two rows have equal keys",
                      "source": "physics: create_index",
                      "seconds": 10.0
                    }
                  ],
                  "held": [
                    {
                      "table": "public.a",
                      "taken": [
                        {
                          "statement": 1,
                          "mode": "SHARE"
                        }
                      ],
                      "blocks": [
                        "writes",
                        "vacuum",
                        "DDL"
                      ],
                      "seconds": 10.0
                    }
                  ]
                }
              ]
            }
          ]
        }
        """);
  }

  @Test
  void tablesAreToldWithTheirForeignKeys() throws Exception {
    goose("CREATE TABLE c (id int PRIMARY KEY, a int REFERENCES a (id));\n"
        + "ALTER TABLE c ADD COLUMN b int;\nALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES b (id) NOT VALID;\n");
    write("m/3_more.sql", "-- +goose Up\nALTER TABLE c ADD COLUMN d int;\nDROP TABLE c;\n");
    assertThat(impacts("m", Statistics.NONE).stream().skip(1).map(ImpactTest::told)).containsExactly(
        List.of("c new: a -> a new, b -> b new not validated", "a:", "b:"),
        List.of("c dropped: a -> a, b -> b not validated", "a:", "b:"));
  }

  private static List<String> told(Impact impact) {
    return impact.touched().stream()
        .map(touched -> touched.table().name() + (touched.fresh() ? " new" : "") + (touched.dropped() ? " dropped" : "")
            + ":" + touched.keys().stream()
                .map(key -> " " + String.join(",", key.columns()) + " -> " + key.target() + (key.fresh() ? " new" : "")
                    + (key.validated() ? "" : " not validated"))
                .collect(java.util.stream.Collectors.joining(",")))
        .sorted(java.util.Comparator.comparing((String line) -> !line.startsWith("c"))).toList();
  }
}
