package dev.ddlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.project.git.WorkTree;
import dev.ddlint.report.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a user types them: what they print and how they exit. */
class CheckCommandTest {
  private static final String BLOCKING = "CREATE INDEX orders_at_idx ON orders (at);\n";
  private static final String WARNING = "CREATE TABLE a (id int PRIMARY KEY);\nCREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a);\n";

  @TempDir
  private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path migrations = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    migrations = Files.createDirectories(folder.resolve("migrations"));
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(migrations.resolve(name), text);
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), Style.PLAIN);
    return new Cli(List.of(new CheckVerb(new CheckCommand()), new SchemaVerb(new SchemaCommand())))
        .run(List.of(arguments), console);
  }

  private int check(String... options) {
    List<String> arguments = new ArrayList<>(List.of("check", migrations.toString()));
    arguments.addAll(List.of(options));
    return run(arguments.toArray(String[]::new));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void anErrorExitsWithOne() throws IOException {
    file("001.sql", BLOCKING);
    assertThat(check()).isEqualTo(1);
    assertThat(out()).contains("error[blocking-index-build]", "1 file, 1 statement", "1 error");
  }

  @Test
  void aWarningExitsWithZeroUnlessAskedFor() throws IOException {
    file("001.sql", WARNING);
    assertThat(check()).isZero();
    assertThat(out()).contains("warning[missing-foreign-key-index]");
    assertThat(check("--fail-on", "warning")).isEqualTo(1);
    file("ddlint.yaml", "fail-on: warning\n");
    assertThat(check()).isEqualTo(1);
    assertThat(check("--fail-on", "never")).isZero();
  }

  @Test
  void theConfigurationMaySayThatNoFindingFailsTheRun() throws IOException {
    file("001.sql", BLOCKING);
    file("ddlint.yaml", "fail-on: never\n");
    assertThat(check()).isZero();
    assertThat(out()).contains("error[blocking-index-build]");
    assertThat(check("--fail-on", "error")).as("the command line wins").isEqualTo(1);
  }

  @Test
  void aPathThatDoesNotExistExitsWithTwoAfterEverythingElseWasReported() throws IOException {
    file("001.sql", BLOCKING);
    assertThat(check(folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(out() + err).contains("error[blocking-index-build]", "no such file or folder");
  }

  @Test
  void aBrokenConfigurationExitsWithTwo() throws IOException {
    file("001.sql", BLOCKING);
    file("ddlint.yaml", "rules:\n  blocking-index-biuld: off\n");
    assertThat(check()).isEqualTo(2);
    assertThat(err()).contains("ddlint.yaml:2", "did you mean `blocking-index-build`?");
  }

  /** A pull request's configuration is not to give its runner commands. */
  @Test
  void anErrorIsOneLineWhateverItNames() throws IOException {
    file("001.sql", BLOCKING);
    file("ddlint.yaml", "preset: \"x\\n::add-mask::y\"\n");
    assertThat(check()).isEqualTo(2);
    assertThat(err().lines()).singleElement().asString().startsWith("ddlint: ");
  }

  @Test
  void anEntryThatIsOverIsNamedWithItsFile() throws IOException {
    file("001.sql", BLOCKING);
    file("other.yaml", "# ours\nignore:\n  - {rule: blocking-index-build, until: 2020-01-31}\n");
    check("--config", migrations.resolve("other.yaml").toString());
    assertThat(err()).contains("migrations/other.yaml:3: the entry for blocking-index-build held until 2020-01-31");
  }

  /** A migration that is published already is silenced from outside. */
  @Test
  void theFileThatWouldSilenceAFindingIsTheOneInUse() throws IOException {
    file("001.sql", BLOCKING);
    file("002.sql", "SELECT 1;\n");
    file("other.yaml", "fail-on: never\n");
    assertThat(check("--config", migrations.resolve("other.yaml").toString())).isZero();
    assertThat(out()).contains("migrations/other.yaml   ignore: [{rule: blocking-index-build,")
        .doesNotContain("ddlint.yaml");
  }

  @Test
  void anEntryThatSilencesNothingIsToldWhenAllWasLookedAt() throws IOException {
    String told = "migrations/ddlint.yaml:2: the entry for drop-column silences nothing";
    file("001.sql", "SELECT 1;\n");
    file("ddlint.yaml", "ignore:\n  - {rule: drop-column, object: users.fax}\n");
    assertThat(check()).isZero();
    assertThat(err()).contains(told);
    assertThat(run("check", folder.toString(), "--config", migrations.resolve("ddlint.yaml").toString())).isZero();
    assertThat(err()).contains(told);
  }

  @Test
  void anEntryIsNotJudgedByLessThanTheWhole() throws IOException {
    file("001.sql", "SELECT 1;\n");
    file("ddlint.yaml", "ignore:\n  - {rule: drop-column, object: users.fax}\n");
    WorkTree.init(folder).commit();
    run("check", migrations.resolve("001.sql").toString());
    assertThat(err()).isEmpty();
    for (String[] options : List.of(new String[]{"--since", "HEAD"}, new String[]{"--rule", "drop-table=off"},
        new String[]{"--preset", "strict"}, new String[]{"--postgres-version", "17"}, new String[]{"--quiet"})) {
      check(options);
      assertThat(err()).as(String.join(" ", options)).isEmpty();
    }
    assertThat(check(folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(err()).doesNotContain("silences nothing");
  }

  @Test
  void rulesCanBeTurnedOffAndRelevelled() throws IOException {
    file("001.sql", BLOCKING);
    assertThat(check("--rule", "blocking-index-build=off")).isZero();
    assertThat(check("--rule", "require-concurrent-index-creation=note")).isZero();
    assertThat(out()).contains("note[blocking-index-build]");
  }

  @Test
  void coverageCanBeRequired() throws IOException {
    file("001.sql", "SELECT 1;\nCREATE NONSENSE;\n");
    assertThat(check("--require-coverage", "50")).isZero();
    assertThat(check("--require-coverage", "51")).isEqualTo(1);
  }

  @Test
  void severalReportsAtOnceAreTheSameEachTime() throws IOException {
    file("001.sql", BLOCKING + WARNING);
    Path sarif = folder.resolve("out.sarif");
    check("--output", "sarif=" + sarif);
    byte[] first = Files.readAllBytes(sarif);
    check("--output", "sarif=" + sarif);
    assertThat(Files.readAllBytes(sarif)).isEqualTo(first);
    assertThat(Files.readString(sarif)).contains("\"blocking-index-build\"", "\"2.1.0\"");
  }

  @Test
  void aSchemaIsPrinted() throws IOException {
    file("001.sql", "CREATE TABLE a (id int PRIMARY KEY);\n");
    assertThat(run("schema", migrations.toString())).isZero();
    assertThat(out()).contains("table\tpublic.a\tr", "column\tpublic.a.id\tinteger\tnotnull\t-\t-",
        "primary-key\tpublic.a\tid\ta_pkey");
  }

  @Test
  void sinceAsksGit() throws IOException {
    file("001.sql", BLOCKING);
    assertThat(check("--since", "main")).isEqualTo(2);
    assertThat(err()).contains("lies in no git repository");
    WorkTree tree = WorkTree.init(folder);
    tree.git("commit", "-q", "--allow-empty", "-m", "start");
    assertThat(check("--since", "HEAD")).isEqualTo(1);
    assertThat(out()).contains("error[blocking-index-build]", "1 file, 1 statement",
        "silence: -- ddlint:ignore blocking-index-build: <reason>");
    tree.commit();
    assertThat(check("--since", "HEAD")).isZero();
    assertThat(out()).doesNotContain("error[").contains("0 files, 0 statements: no findings");
    assertThat(check("--since", "no-such-branch")).isEqualTo(2);
    assertThat(err()).contains("--since no-such-branch: is no commit");
    file("001.sql", "-- published\n" + BLOCKING);
    assertThat(check("--since", "HEAD")).isEqualTo(1);
    assertThat(out()).contains("silence: in ddlint.yaml   ignore:").doesNotContain("-- ddlint:ignore");
  }

  @Test
  void quietIsALineAFinding() throws IOException {
    file("001.sql", BLOCKING);
    assertThat(check("--quiet")).isEqualTo(1);
    assertThat(out()).matches("\\S+001\\.sql:1:1: error blocking-index-build: [^\n]+\n");
    file("001.sql", "SELECT 1;\n");
    assertThat(check("--quiet")).isZero();
    assertThat(out() + err).isEmpty();
    assertThat(check("--quiet", folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(out()).contains("no such file or folder");
  }

  @Test
  void testDataThatIsPassedOverIsCounted() throws IOException {
    file("001.sql", "SELECT 1;\n");
    Files.createDirectories(migrations.resolve("testdata"));
    Files.writeString(migrations.resolve("testdata/001.sql"), BLOCKING);
    assertThat(check()).isZero();
    assertThat(out()).contains("not judged: 1 file of test data in ").contains("testdata (name it, and it is)\n");
    assertThat(check("--format", "json")).isZero();
    assertThat(out()).containsPattern("\"testData\": \\{\\s+\"[^\"]*testdata\": 1");
    assertThat(run("check", migrations.resolve("testdata").toString())).isEqualTo(1);
  }

  @Test
  void whatHasOneCauseCountsOnce() throws IOException {
    file("001.sql", BLOCKING + "CREATE INDEX other_idx ON orders (b);\n");
    assertThat(check()).isEqualTo(1);
    assertThat(out()).contains("(and 1 more index: `other_idx`)", "1 error", "= also: `other_idx` (2:1)");
  }

  @Test
  void statisticsCountTheFindingsOfEachRule() throws IOException {
    file("001.sql", WARNING + BLOCKING + "CREATE INDEX other_idx ON items (b);\n");
    assertThat(check("--statistics")).isEqualTo(1);
    assertThat(out()).startsWith("2  error    blocking-index-build       ")
        .contains("\n1  warning  missing-foreign-key-index  ", "\n\n1 file, 4 statements")
        .doesNotContain("001.sql");
    assertThat(check("--statistics", "--quiet")).isEqualTo(1);
    assertThat(out()).doesNotContain("statements");
    assertThat(check("--statistics", "--format", "json")).isEqualTo(1);
    assertThat(out()).startsWith("[\n  {\"rule\": \"blocking-index-build\", \"count\": 2, \"level\": \"error\"");
    assertThat(check("--statistics", folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(err()).contains("no such file or folder");
    file("001.sql", "SELECT 1;\n");
    assertThat(check("--statistics", "--format=json")).isZero();
    assertThat(out()).isEqualTo("[]\n");
    assertThat(check("--statistics", "--format", "sarif")).isEqualTo(2);
    assertThat(err()).contains("--statistics goes with the formats");
  }

  @Test
  void anAuditWithManyFindingsBeginsWithTheirCounts() throws IOException {
    file("001.sql", IntStream.range(0, 20)
        .mapToObj(i -> "CREATE INDEX a%d_idx ON t%d (c);%n".formatted(i, i)).collect(Collectors.joining()));
    file("002.sql", "SELECT 1;\n");
    check();
    assertThat(out()).as("twenty are read one by one").startsWith("error[blocking-index-build]");
    file("002.sql", WARNING);
    check();
    assertThat(out()).startsWith("21 findings of 2 rules; `--statistics` shows these counts alone\n\n"
        + "20  error    blocking-index-build       ").contains("\n\nerror[blocking-index-build]");
    check("--quiet");
    assertThat(out()).doesNotContain("21 findings");
    run("check", migrations.resolve("001.sql").toString(), migrations.resolve("001.sql").toString());
    assertThat(out()).as("one file").startsWith("error[blocking-index-build]");
  }

  @Test
  void rulesThatWereBrokenAreExplainedOnce() throws IOException {
    file("001.sql", WARNING + BLOCKING + "CREATE INDEX other_idx ON items (b);\n");
    assertThat(check("--explain")).isEqualTo(1);
    assertThat(out().split("Why it matters", -1)).hasSize(3);
    assertThat(out().indexOf("4 statements")).isLessThan(out().indexOf("Why it matters"));
    assertThat(check("--explain", "--format=json")).isEqualTo(2);
    file("001.sql", "SELECT 1;\n");
    assertThat(check("--explain")).isZero();
    assertThat(out()).startsWith("1 file, 1 statement");
  }
}
