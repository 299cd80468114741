package dev.ddlint.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ddlint.ir.Dialect;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real histories: each file is found once, in the order in which a server took them, in its dialect. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusTest {
  private static final Path CORPUS = Path.of(System.getProperty("ddlint.corpus", "corpus")).toAbsolutePath()
      .normalize();
  private static final Path ORACLE = CORPUS.resolveSibling("oracle").resolve("catalog");

  /** Files that the makers of the orders left out: helpers which stand beside a history. */
  private static final Set<String> LEFT_OUT = Set.of("pg-stubs.sql", "database.sql",
      "V0021.MySQLCachedValueType.up.sql");

  /** Empty files in the folders of other databases, which the manifest counts as MySQL by their names. */
  private static final String MYSQL_BY_NAME = "V0021.MySQLCachedValueType.";

  /** Temporal's own tool has a folder a version, which no layout explains. */
  private static final ProjectSettings TOLD = new ProjectSettings(List.of(
      versioned("schema/postgresql/v12/temporal/versioned/v*/*.sql"),
      versioned("schema/postgresql/v12/visibility/versioned/v*/*.sql")), Optional.empty());

  private static HistoryPattern versioned(String files) {
    return new HistoryPattern(CORPUS.resolve("temporalio+temporal"), files, Optional.empty());
  }

  private final List<Path> sql = new ArrayList<>();
  private final List<Selection> selections = new ArrayList<>();

  @BeforeAll
  void findAll() throws IOException {
    assumeTrue(Files.isDirectory(CORPUS), "no corpus at ddlint.corpus");
    try (Stream<Path> files = Files.walk(CORPUS)) {
      files.filter(f -> f.toString().endsWith(".sql")).sorted().forEach(sql::add);
    }
    Found found = ProjectFinder.find(Everything.in(CORPUS), CORPUS, TOLD);
    assertThat(found.problems()).isEmpty();
    selections.addAll(found.selections());
  }

  @Test
  void everyFileIsFoundOnce() {
    List<Path> found = new ArrayList<>();
    for (Selection selection : selections) {
      assertThat(selection.all()).isTrue();
      selection.project().files().stream().filter(f -> f.toString().endsWith(".sql")).forEach(found::add);
    }
    assertThat(found).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(found)).isEqualTo(new TreeSet<>(sql));
  }

  static Stream<Path> orders() throws IOException {
    assumeTrue(Files.isDirectory(ORACLE), "no golden orders beside the corpus");
    return Files.list(ORACLE).filter(f -> f.toString().endsWith(".order")).sorted();
  }

  @ParameterizedTest
  @MethodSource("orders")
  void ordersAsTheServerTookThem(Path order) throws IOException {
    String name = order.getFileName().toString();
    Path repository = CORPUS.resolve(name.substring(0, name.indexOf("__")));
    List<Path> expected = Files.readAllLines(order).stream().map(repository::resolve).toList();
    Project project = projectOf(expected.getFirst());
    assertThat(project.migrations()).extracting(Migration::file)
        .filteredOn(f -> !LEFT_OUT.contains(f.getFileName().toString())).isEqualTo(expected);
  }

  private Project projectOf(Path file) {
    return selections.stream().map(Selection::project).filter(p -> p.files().contains(file)).findFirst().orElseThrow();
  }

  @Test
  void knowsTheDialectOfEveryFile() throws IOException, SourceReader.Unreadable {
    assertThat(foundDialects()).isEqualTo(manifest());
  }

  private Map<String, Map<String, Integer>> foundDialects() throws SourceReader.Unreadable {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    for (Selection selection : selections) {
      Project project = selection.project();
      Map<Path, SourceFile> texts = new HashMap<>();
      for (Path file : project.files()) {
        texts.put(file, SourceReader.read(file, file.toString()));
      }
      Optional<Dialect> voted = DialectSniffer.vote(texts.values());
      for (Path file : project.files()) {
        if (file.toString().endsWith(".sql")) {
          Dialect dialect = file.getFileName().toString().startsWith(MYSQL_BY_NAME)
              ? Dialect.MYSQL
              : project.dialect().or(() -> DialectSniffer.sniff(texts.get(file))).or(() -> voted)
                  .orElse(Dialect.POSTGRESQL);
          counts.computeIfAbsent(CORPUS.relativize(file).getName(0).toString(), r -> new TreeMap<>())
              .merge(dialect.name().toLowerCase(Locale.ROOT), 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  private static Map<String, Map<String, Integer>> manifest() throws IOException {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    List<String> lines = Files.readAllLines(CORPUS.resolve("MANIFEST.tsv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t");
      Map<String, Integer> files = new TreeMap<>();
      for (String part : cells[4].split(";")) {
        files.put(part.substring(0, part.indexOf(':')), Integer.parseInt(part.substring(part.indexOf(':') + 1)));
      }
      counts.put(cells[0].replace('/', '+'), files);
    }
    return counts;
  }

  @Test
  void neverCallsAPostgresFileForeign() throws SourceReader.Unreadable {
    Map<Path, Dialect> foreign = new TreeMap<>();
    int seen = 0;
    for (Path file : sql) {
      if (isPostgres(file)) {
        seen++;
        DialectSniffer.sniff(SourceReader.read(file, file.toString())).filter(d -> d != Dialect.POSTGRESQL)
            .ifPresent(d -> foreign.put(CORPUS.relativize(file), d));
      }
    }
    assertThat(seen).isEqualTo(3049);
    assertThat(foreign).isEmpty();
  }

  /** By the corpus's own folders, apart from the code under test. */
  private static boolean isPostgres(Path file) {
    String path = CORPUS.relativize(file).toString();
    return Stream.of("apollo", "epic", "/mysql/", "/sqlite/", "/clickhouse/", "/h2/").noneMatch(path::contains)
        && !path.contains(MYSQL_BY_NAME);
  }

  @Test
  void neverCallsAForeignFilePostgres() throws SourceReader.Unreadable {
    Map<Path, Dialect> wrong = new TreeMap<>();
    int named = 0;
    for (Path file : sql) {
      Optional<Dialect> answer = isPostgres(file)
          ? Optional.empty()
          : DialectSniffer.sniff(SourceReader.read(file, file.toString()));
      named += answer.isPresent() ? 1 : 0;
      answer.filter(d -> d == Dialect.POSTGRESQL).ifPresent(d -> wrong.put(CORPUS.relativize(file), d));
    }
    assertThat(wrong).isEmpty();
    assertThat(named).isGreaterThan(180);
  }

  @Test
  void aFileAloneBelongsToTheSameProject() {
    for (int i = 0; i < sql.size(); i += 29) {
      Path file = sql.get(i);
      Found found = ProjectFinder.find(List.of(file), CORPUS, TOLD);
      assertThat(found.problems()).isEmpty();
      assertThat(found.selections()).singleElement().satisfies(s -> {
        assertThat(s.reported()).containsExactly(file);
        assertThat(s.project()).usingRecursiveComparison().isEqualTo(projectOf(file));
      });
    }
  }

  @Test
  void sectionsLeaveNothingOut() throws SourceReader.Unreadable {
    for (Selection selection : selections) {
      for (Migration migration : selection.project().migrations()) {
        SourceFile text = SourceReader.read(migration.file(), migration.shownPath());
        int end = 0;
        for (Section section : selection.project().layout().sections(migration, text)) {
          assertThat(section.span().start()).isEqualTo(end);
          end = section.span().end();
        }
        assertThat(end).isEqualTo(text.text().length());
      }
    }
  }

  @Test
  void prismaSchemasBelongToTheirHistories() {
    Set<String> schemas = new HashSet<>();
    for (Selection selection : selections) {
      selection.project().schema().ifPresent(s -> {
        assertThat(selection.project().migrations()).as(s.shownPath()).isNotEmpty();
        schemas.add(s.shownPath());
      });
    }
    assertThat(schemas).hasSize(6);
  }
}
