package dev.ddlint.prisma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.State;
import dev.ddlint.catalog.Table;
import dev.ddlint.ir.Statement;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.parse.prisma.Excerpt;
import dev.ddlint.parse.prisma.PrismaReader;
import dev.ddlint.report.SchemaReport;
import dev.ddlint.text.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The drift of real projects against what a server held after their migrations: what the schema has and the server does
 * not is told, and nothing else is. What the schema leads to is checked against Prisma's engine elsewhere.
 */
class DriftCorpusTest {
  private static final Path CORPUS = Path.of(System.getProperty("ddlint.corpus", "no-corpus"));

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "none", value = {
      "triggerdotdev+trigger.dev | internal-packages/database/prisma | 30 | 0 | ONLY_MIGRATIONS DEFAULT public.FeatureFlag "
          + "updatedAt, ONLY_MIGRATIONS DEFAULT public.IntegrationDeployment updatedAt, BOTH NAME "
          + "public.BackgroundWorkerTask BackgroundWorkerTask_runtimeEnvironmentId_slug_triggerSourc_idx",
      "triggerdotdev+trigger.dev | internal-packages/run-ops-database/prisma | 0 | 0 | none",
      "hoppscotch+hoppscotch | packages/hoppscotch-backend/prisma | 0 | 0 | ONLY_MIGRATIONS INDEX public.UserRequest "
          + "idx_mock_examples_user_requests_gin, ONLY_MIGRATIONS INDEX public.TeamRequest "
          + "idx_mock_examples_team_requests_gin",
      "umami-software+umami | prisma | 0 | 1 | none", "boxyhq+saas-starter-kit | prisma | 0 | 0 | none"})
  void driftIsWhatTheServerLacks(String project, String path, int keys, int indexes, String others)
      throws IOException {
    Path golden = CORPUS.resolveSibling("oracle").resolve("catalog")
        .resolve(project + "__" + path.replace('/', '-') + "-migrations.tsv");
    assumeTrue(Files.exists(golden), "no golden catalog of " + project);
    Path folder = CORPUS.resolve(project).resolve(path);
    LoweredSchema lowered = PrismaLowering
        .lower(List.of(PrismaReader.read(file(folder.resolve("schema.prisma")))));
    Catalog schema = schema(lowered);
    List<String> server = Files.readAllLines(golden);
    List<String> written = tsv(schema);
    List<Drift> drifts = SchemaComparison.between(migrations(folder), schema, lowered.names(), table -> true);

    Set<String> lacked = lacked(written, server, "foreign-key", DriftCorpusTest::key);
    lacked.removeIf(key -> !lowered.foreignKeys());
    assertThat(told(drifts, Drift.Kind.FOREIGN_KEY)).isEqualTo(lacked).hasSize(keys);
    assertThat(told(drifts, Drift.Kind.INDEX)).hasSameSizeAs(lacked(written, server, "index", DriftCorpusTest::index))
        .hasSize(indexes);
    assertThat(lacked(written, server, "column", row -> row[1])).isEmpty();
    assertThat(drifts.stream().filter(drift -> drift.side() != Drift.Side.ONLY_SCHEMA)
        .map(d -> d.side() + " " + d.kind() + " " + d.table() + " " + d.part()).toList())
        .containsExactlyInAnyOrderElementsOf(others == null ? List.of() : List.of(others.split(", ")));
  }

  /** A table is compared with an excerpt of the schema as it is with all of it, as far as the migrations have more. */
  @ParameterizedTest
  @ValueSource(strings = {"triggerdotdev+trigger.dev/internal-packages/database/prisma",
      "triggerdotdev+trigger.dev/internal-packages/run-ops-database/prisma",
      "hoppscotch+hoppscotch/packages/hoppscotch-backend/prisma", "umami-software+umami/prisma",
      "boxyhq+saas-starter-kit/prisma"})
  void anExcerptDoesForATable(String path) throws IOException {
    Path folder = CORPUS.resolve(path);
    assumeTrue(Files.exists(folder), "no corpus");
    SourceFile file = file(folder.resolve("schema.prisma"));
    LoweredSchema whole = PrismaLowering.lower(List.of(PrismaReader.read(file)));
    Catalog migrations = migrations(folder);
    List<Drift> all = SchemaComparison.between(migrations, schema(whole), whole.names(), table -> true);
    int cut = 0;
    for (Table table : migrations.tables().values().stream().filter(Table::isKnown).toList()) {
      Optional<Excerpt> excerpt = Excerpt.of(List.of(file), Set.of(table.name()), false);
      if (excerpt.isPresent()) {
        cut++;
        LoweredSchema part = PrismaLowering.lower(List.of(excerpt.get().read(file)));
        assertThat(ofMigrations(SchemaComparison.between(migrations, schema(part), part.names(),
            table.name()::equals), table)).isEqualTo(ofMigrations(all, table));
      }
    }
    assertThat(cut).isGreaterThan(migrations.tables().size() / 2);
  }

  private static List<Drift> ofMigrations(List<Drift> drifts, Table table) {
    return drifts.stream().filter(drift -> drift.side() == Drift.Side.ONLY_MIGRATIONS && drift.kind() != Drift.Kind.ENUM
        && drift.kind() != Drift.Kind.ENUM_VALUE && drift.table().endsWith("." + table.name())).toList();
  }

  /** What the schema alone has, of foreign keys or of indexes. */
  private static Set<String> told(List<Drift> drifts, Drift.Kind kind) {
    return drifts.stream().filter(d -> d.side() == Drift.Side.ONLY_SCHEMA && d.kind() == kind)
        .map(d -> d.table() + "." + d.part()).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> lacked(List<String> written, List<String> server, String kind,
      Function<String[], String> name) {
    Set<String> lacked = rows(written, kind, name);
    lacked.removeAll(rows(server, kind, name));
    // A constraint's index does for a unique one.
    lacked.removeAll(rows(server, "constraint-" + kind, name));
    return lacked;
  }

  private static Set<String> rows(List<String> tsv, String kind, Function<String[], String> name) {
    return tsv.stream().map(line -> line.split("\t")).filter(row -> row[0].equals(kind)).map(name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String key(String[] row) {
    return (row[1] + "." + row[3]).replace("\"", "");
  }

  private static String index(String[] row) {
    return row[1] + " " + row[3] + " " + row[5];
  }

  private static Catalog schema(LoweredSchema lowered) {
    State state = State.EMPTY;
    for (LoweredSchema.Part part : lowered.parts()) {
      state = state.apply(part.statement(), part.file()).after();
    }
    return state.catalog();
  }

  private static Catalog migrations(Path folder) throws IOException {
    State state = State.EMPTY;
    try (var folders = Files.list(folder.resolve("migrations"))) {
      for (Path migration : folders.filter(Files::isDirectory).sorted().toList()) {
        SourceFile file = file(migration.resolve("migration.sql"));
        for (Statement statement : new ScriptReader().read(file).statements()) {
          state = state.apply(statement, file).after();
        }
      }
    }
    return state.catalog();
  }

  private static SourceFile file(Path path) throws IOException {
    return new SourceFile(path.toString(), Files.readString(path));
  }

  private static List<String> tsv(Catalog catalog) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SchemaReport.tsv(catalog, new PrintStream(out, false, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
