package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ddlint.catalog.State;
import dev.ddlint.config.Configuration;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Level;
import dev.ddlint.ir.Statement;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.report.SchemaReport;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.text.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Prisma's own engine warns of we find too, on the same table and column: in the SQL that it generates, and in the
 * change of the schema, which leads to the same catalog.
 */
class PrismaPairsTest {
  private static final RuleIndex INDEX = RuleIndex.load();
  private static final ActiveRules RULES = new ActiveRules(INDEX, Configuration.DEFAULT);
  /** Prisma calls it safe, and the time of day is lost. */
  private static final Set<String> LOSES_THE_TIME = Set.of("pair-type-req-datetime-to-datetime-date",
      "pair-type-opt-datetime-to-datetime-date");
  /** All rows have NULL there: nothing can be a duplicate. */
  private static final Set<String> UNIQUE_OVER_NEW_COLUMN = Set.of("pair-unique-on-new-optional");
  /** Rules that tell of data; where Prisma expects nothing, neither do we. */
  private static final Set<String> DESTRUCTIVE = Set.of("drop-table", "drop-column", "suspected-rename",
      "recreated-column", "narrowing-type-change", "required-column-without-default", "primary-key-change",
      "enum-value-removed", "unique-on-existing-data", "drop-object", "drop-cascade", "truncate-table",
      "delete-without-where");

  @TempDir
  private Path folder;

  /** @param baseline the SQL of the older schema, {@code sql} what leads to the newer one */
  private record Pair(String id, PrismaLinter before, PrismaLinter after, String baseline, String sql,
      List<JsonNode> expected) {
    SchemaChange change() {
      return new SchemaChange(INDEX, RULES, Configuration.DEFAULT, before, after);
    }

    List<Finding> ofChange() {
      return change().findings(new Precedence(RULES.entries()));
    }
  }

  private static List<Pair> pairs() throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (JsonNode pair : new ObjectMapper()
        .readTree(Corpus.shared().resolve("prisma-cases/pairs.json").toFile())) {
      List<JsonNode> expected = new ArrayList<>();
      pair.path("expected").forEach(expected::add);
      pairs.add(new Pair(pair.path("id").asText(), schema("old.prisma", pair.path("from").asText()),
          schema("new.prisma", pair.path("to").asText()), pair.path("baseline_sql").asText(),
          pair.path("migration_sql").asText(), expected));
    }
    return pairs;
  }

  private static PrismaLinter schema(String path, String text) {
    return PrismaLinter.of(List.of(new SourceFile(path, text)), List.of());
  }

  private List<Finding> ofMigration(Pair pair) {
    Bench bench = new Bench(folder.resolve(pair.id()));
    bench.file("migrations/migration_lock.toml", "provider = \"postgresql\"\n");
    bench.file("migrations/20260101000000_before/migration.sql", pair.baseline());
    bench.file("migrations/20260102000000_change/migration.sql", pair.sql());
    return bench.lint("migrations/20260102000000_change").findings();
  }

  @TestFactory
  List<DynamicTest> sameCatalog() throws IOException {
    List<Pair> pairs = pairs();
    assertThat(pairs).hasSizeGreaterThan(90);
    return pairs.stream().map(pair -> dynamicTest(pair.id(), () -> {
      String ours = pair.change().script().text();
      assertThat(fold(pair.before().state(), ours)).isEqualTo(fold(pair.before().state(), pair.sql()));
      assertThat(ours.isEmpty() ? "-- This is an empty migration.\n" : ours).isEqualTo(pair.sql());
    })).toList();
  }

  private static String fold(State before, String sql) throws IOException {
    SourceFile file = new SourceFile("migration.sql", sql);
    State state = before;
    for (Statement statement : new ScriptReader().read(file).statements()) {
      state = state.apply(statement, file).after();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SchemaReport.tsv(state.catalog(), new PrintStream(out, false, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  @TestFactory
  List<DynamicTest> eachWarningIsSaidOfTheChange() throws IOException {
    return warnings(Pair::ofChange, UNIQUE_OVER_NEW_COLUMN, Set.of("new.prisma"));
  }

  @TestFactory
  List<DynamicTest> eachWarningIsSaidOfTheMigration() throws IOException {
    return warnings(this::ofMigration, Set.of(), Set.of());
  }

  private static List<DynamicTest> warnings(Function<Pair, List<Finding>> found, Set<String> silent, Set<String> files)
      throws IOException {
    Map<String, List<String>> kinds = kinds();
    List<DynamicTest> tests = new ArrayList<>();
    for (Pair pair : pairs()) {
      for (JsonNode expected : pair.expected()) {
        String kind = expected.path("kind").asText();
        if (!silent.contains(pair.id())) {
          tests.add(dynamicTest(pair.id() + " " + kind,
              () -> said(found.apply(pair), expected, kinds.getOrDefault(kind, List.of()), files)));
        }
      }
    }
    return tests;
  }

  private static void said(List<Finding> found, JsonNode expected, List<String> ids, Set<String> files) {
    String table = expected.path("table").asText("Mood");
    String column = expected.path("column").asText("");
    assertThat(found).as("%s on %s %s", ids, table, column).anySatisfy(finding -> {
      assertThat(finding.rule()).isIn(ids);
      assertThat(finding.object().name() + " " + finding.headline()).contains(table).contains(column);
      assertThat(files.isEmpty() || files.contains(finding.place().file().path())).isTrue();
    });
  }

  @TestFactory
  List<DynamicTest> nothingDestructiveIsSaidOfWhatPrismaCallsSafe() throws IOException {
    return pairs().stream().filter(pair -> pair.expected().isEmpty() && !LOSES_THE_TIME.contains(pair.id()))
        .map(pair -> dynamicTest(pair.id(), () -> {
          assertThat(pair.ofChange()).noneMatch(
              finding -> finding.level() == Level.ERROR && DESTRUCTIVE.contains(finding.rule()));
          assertThat(ofMigration(pair)).noneMatch(finding -> DESTRUCTIVE.contains(finding.rule()));
        })).toList();
  }

  /** Prisma's kinds, and the rules that say the same; of several the one that knows more speaks. */
  private static Map<String, List<String>> kinds() throws IOException {
    Map<String, List<String>> kinds = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/prisma-warnings.tsv"))) {
      if (!line.startsWith("#")) {
        String[] fields = line.split("\t");
        kinds.put(fields[0], List.of(fields[1].split(" ")));
      }
    }
    return kinds;
  }
}
