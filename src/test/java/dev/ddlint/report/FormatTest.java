package dev.ddlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.ddlint.config.Standpoint;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Level;
import dev.ddlint.ir.Dialect;
import dev.ddlint.report.Run.Problem;
import dev.ddlint.report.Run.Reported;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.SAXException;

/** Each form is what its readers expect, and no text of a file becomes more than text in it. */
class FormatTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  /** What a file can be named and hold to be read as something else than text. */
  private static final String HOSTILE = "\u001b[2J\u202e a\rb </code><script>alert(1)</script> [x](https://evil.test) "
      + "@everyone #1 ::error::owned %0A::add-mask::x ##[stop-commands]x ]]> & \" ' | \u0000 \ud800\n  ::stop-commands::x";

  private static Run one() {
    SourceFile file = new SourceFile("db/1,2:3.sql", "SELECT 1;\nCREATE INDEX i ON t (a);\n");
    return Sample.run(List.of(new Reported(Sample.full(Sample.place(file, "CREATE INDEX i ON t (a)")), true)));
  }

  static Run hostile() {
    SourceFile file = new SourceFile("m/" + HOSTILE + ".sql", "-- x\n" + HOSTILE + "\n```\n");
    Place place = new Place(file, new dev.ddlint.text.Span(5, 5 + HOSTILE.length()));
    Finding plain = Sample.full(place);
    Finding finding = new Finding(plain.rule(), Level.ERROR, HOSTILE, place,
        new dev.ddlint.finding.ObjectPath("table", HOSTILE), List.of(new Finding.Fact("why", HOSTILE)),
        List.of(new Finding.Related(place, HOSTILE)),
        Optional.of(
            new Advice(Advice.Kind.SAME_END, List.of(new Advice.Step("first", List.of(HOSTILE, "```\n</details>"))))),
        List.of(), plain.fingerprint());
    return Sample.run(List.of(new Reported(finding, false)),
        List.of(new Problem(Problem.Kind.UNREADABLE_FILE, HOSTILE, Optional.empty(), HOSTILE)), Map.of());
  }

  private static void validate(String json, String schema) throws IOException {
    JsonSchema against = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    assertThat(against.validate(JSON.readTree(json))).isEmpty();
  }

  private static String resource(String name) throws IOException {
    try (var in = FormatTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  @Test
  void conciseIsOneLineAFinding() {
    assertThat(Format.CONCISE.render(one(), Style.PLAIN)).isEqualTo(
        "db/1,2:3.sql:2:1: error blocking-index-build: building `i` blocks all writes to `t` until it is done\n");
  }

  @Test
  void jsonFollowsItsSchema() throws IOException {
    String schema = Files.readString(Path.of("docs/report.schema.json"));
    for (Run run : List.of(one(), hostile(), Sample.large(5000), Sample.run(List.of()), Sample.withSilenced(one()))) {
      validate(Format.JSON.render(run, Style.PLAIN), schema);
    }
    JsonNode finding = JSON.readTree(Format.JSON.render(hostile(), Style.PLAIN)).at("/findings/0");
    assertThat(finding.get("headline").asText()).isEqualTo(HOSTILE);
    assertThat(finding.at("/place/line").asInt()).isEqualTo(2);
  }

  @Test
  void onlyJsonAndSarifShowWhatIsSilenced() throws IOException {
    Run run = Sample.withSilenced(one());
    JsonNode suppressed = JSON.readTree(Format.JSON.render(run, Style.PLAIN)).get("suppressed");
    assertThat(suppressed.findValuesAsText("by")).containsExactly("comment", "configuration", "baseline");
    assertThat(suppressed.at("/0/suppression/place/line").asInt()).isEqualTo(2);
    for (Format format : Format.values()) {
      boolean shows = format == Format.JSON || format == Format.SARIF;
      assertThat(format.render(run, Style.PLAIN).contains("db/silenced.sql")).as(format.word()).isEqualTo(shows);
    }
  }

  @Test
  void gitlabFollowsItsSchemaAndTellsEqualFindingsApart() throws IOException {
    String schema = resource("gitlab-code-quality.schema.json");
    Run large = Sample.large(5000);
    validate(Format.GITLAB.render(hostile(), Style.PLAIN), schema);
    String json = Format.GITLAB.render(new Run(large.findings(), large.rules(), 3, 9, 9, List.of(),
        Map.<Dialect, Integer>of(), Map.of(), 0, "", large.elapsed(), List.of(), List.of(), Standpoint.NONE),
        Style.PLAIN);
    assertThat(JSON.readTree(json).findValuesAsText("fingerprint")).hasSize(5000).doesNotHaveDuplicates();
  }

  @Test
  void junitFollowsItsSchema() throws IOException, SAXException {
    var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(new StreamSource(new StringReader(resource("junit.xsd"))));
    for (Run run : List.of(one(), hostile(), Sample.large(5000), Sample.run(List.of()))) {
      schema.newValidator()
          .validate(new StreamSource(new StringReader(Format.JUNIT.render(run, Style.PLAIN))));
    }
  }

  @Test
  void githubAnnotatesTheClause() {
    assertThat(Format.GITHUB.render(one(), Style.PLAIN).lines().findFirst().orElse(""))
        .startsWith("::error file=db/1%2C2%3A3.sql,line=2,endLine=2,col=1,endColumn=24,title=blocking-index-build::"
            + "Building `i` blocks all writes to `t` until it is done.%0ALock: ");
  }

  /** GitHub decodes it and finds the file again. */
  @ParameterizedTest
  @CsvSource({"::x/1.sql, %3A%3Ax/1.sql", "db/:: a.sql, db/%3A%3A a.sql", "50%/1.sql, 50%25/1.sql"})
  void githubFindsAFileOfAnyName(String path, String encoded) {
    SourceFile file = new SourceFile(path, "CREATE INDEX i ON t (a);\n");
    Run run = Sample.run(List.of(new Reported(Sample.full(Sample.place(file, "CREATE INDEX i ON t (a)")), true)));
    assertThat(Format.GITHUB.render(run, Style.PLAIN)).startsWith("::error file=" + encoded + ",line=1,");
  }

  @Test
  void githubFindsAFileWhoseNameHasALineEnd() {
    SourceFile file = new SourceFile("a\n::b\r\t\u001b.sql", "CREATE INDEX i ON t (a);\n");
    Run run = Sample.run(List.of(new Reported(Sample.full(Sample.place(file, "CREATE INDEX i ON t (a)")), true)));
    assertThat(Format.GITHUB.render(run, Style.PLAIN))
        .startsWith("::error file=a%0A%3A%3Ab%0D\uFFFD\uFFFD.sql,line=1,");
  }

  @Test
  void aFileCannotGiveGithubCommandsOfItsOwn() {
    List<String> lines = Format.GITHUB.render(hostile(), Style.PLAIN).lines().toList();
    assertThat(lines).hasSize(3);
    // Only a line's begin is a command, and `%` in data is what the writer put there.
    assertThat(lines.get(0)).startsWith("::error file=m/").doesNotContain("%0A::add-mask", "##[");
    assertThat(lines.get(2)).startsWith("3 files");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void nothingMovesTheCursorHidesTextOrGivesACommand(Format format) {
    String report = format.render(hostile(), Style.PLAIN);
    assertThat(report).doesNotContain("\u001b", "\u0000", "\u202e", "##[", "\r")
        .doesNotContainPattern("(?m)^\\s*::(add-mask|stop)");
  }

  /** Lines of the concise form begin with a path, and a file at the root can have any name. */
  @Test
  void aFilesNameIsNoCommand() {
    SourceFile file = new SourceFile("::stop-commands::x.sql", "SELECT 1;");
    Run run = Sample.run(List.of(new Reported(Sample.full(Sample.place(file, "SELECT 1")), true)));
    assertThat(Format.CONCISE.render(run, Style.PLAIN)).startsWith("\uFFFD:stop-commands::x.sql:1:1: error");
  }

  /** A cast may begin a line of the user's own SQL: it stays what it was. */
  @Test
  void aCastIsNoCommand() {
    assertThat(SafeText.lines("SELECT '1'\n\t::int,\n  b\n")).containsExactly("SELECT '1' ::int,", "  b");
  }

  @Test
  void markdownHoldsNoMarksOfTheFile() {
    String page = Format.MARKDOWN.render(hostile(), Style.PLAIN);
    String outsideCode = Pattern.compile("(?s)````sql\n.*?\n````").matcher(page).replaceAll("")
        .replaceAll("(?s)```sql\n.*?\n```", "").replaceAll("<code>.*?</code>", "");
    assertThat(outsideCode).doesNotContain("<script>", "https://", "@everyone", "#1 ", "[x]");
    assertThat(page).contains("````sql\n");
    assertThat(page.split("</details>", -1)).hasSize(3);
  }

  @Test
  void markdownStaysWithinAComment() {
    String page = Format.MARKDOWN.render(Sample.large(5000), Style.PLAIN);
    assertThat(page).hasSizeLessThan(65_536).contains("more findings are not shown here");
  }

  @Test
  void configSilencesWhatWasFound() {
    assertThat(Format.CONFIG.render(one(), Style.PLAIN)).isEqualTo("""
        ignore:
          - rule: blocking-index-build
            object: public.i
            path: "db/1,2:3.sql"
            reason: say why
        """);
    assertThat(Format.CONFIG.render(Sample.run(List.of()), Style.PLAIN)).isEqualTo("ignore: []\n");
  }

  @Test
  void entriesNameFilesFromTheConfigurationsFolder() {
    Path folder = Path.of("project").toAbsolutePath();
    Run below = one().seenFrom(Standpoint.of(folder.resolve("ddlint.yaml"), folder.resolve("services")));
    assertThat(Format.CONFIG.render(below, Style.PLAIN)).contains("path: \"services/db/1,2:3.sql\"\n");
    Run outside = one().seenFrom(Standpoint.of(folder.resolve("ddlint.yaml"), Path.of("").toAbsolutePath()));
    assertThat(Format.CONFIG.render(outside, Style.PLAIN)).contains("path: \"db/1,2:3.sql\"\n");
  }

  /** Two findings behind one lock. */
  private static Run together() {
    SourceFile file = new SourceFile("db/2.sql", "CREATE INDEX i ON t (a);\nCREATE INDEX j ON t (b);\n");
    Finding one = Sample.finding(Level.ERROR, "building `i` blocks", Sample.place(file, "CREATE INDEX i ON t (a)"));
    Finding other = new Finding(one.rule(), Level.ERROR, "building `j` blocks",
        Sample.place(file, "CREATE INDEX j ON t (b)"), new dev.ddlint.finding.ObjectPath("index", "public.j"),
        List.of(),
        List.of(), Optional.empty(), List.of(), "0123456789abcdef0123456789abcdef");
    Finding joined = new Finding(one.rule(), one.level(), one.headline() + " (and 1 more index: `j`)", one.place(),
        one.object(), List.of(), List.of(new Finding.Related(other.place(), "`j` too")), Optional.empty(), List.of(),
        one.fingerprint(), Optional.empty(), new Finding.Others(List.of(other), false));
    return Sample.run(List.of(new Reported(joined, true)));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void whatIsToldTogetherNamesTheOtherPlaces(Format format) {
    String report = format.render(together(), Style.PLAIN);
    assertThat(report).contains(format == Format.CONFIG ? "object: public.j" : "(and 1 more index: ");
    if (format != Format.CONCISE && format != Format.GITLAB && format != Format.CONFIG) {
      assertThat(report).containsPattern("j(`|</code>|&#96;)? \\(2:1\\)|\"line\": 2");
    }
  }

  @Test
  void jsonHasEachOfThoseToldTogether() throws IOException {
    String json = Format.JSON.render(together(), Style.PLAIN);
    validate(json, Files.readString(Path.of("docs/report.schema.json")));
    JsonNode also = JSON.readTree(json).at("/findings/0/also");
    assertThat(also).hasSize(1);
    assertThat(also.at("/0/object/name").asText()).isEqualTo("public.j");
    assertThat(also.at("/0/place/line").asInt()).isEqualTo(2);
    assertThat(also.at("/0/fingerprint").asText()).startsWith("0123");
  }

  @Test
  void eachOfThoseToldTogetherIsSilenced() {
    assertThat(Format.CONFIG.render(together(), Style.PLAIN)).contains("object: public.i\n", "object: public.j\n");
    assertThat(Format.TEXT.render(together(), Style.PLAIN))
        .contains("silence: -- ddlint:ignore blocking-index-build: <reason>, at each of the statements");
    Finding finding = together().findings().getFirst().finding();
    assertThat(Format.TEXT.render(Sample.run(List.of(new Reported(finding, false))), Style.PLAIN)).contains(
        "[{rule: blocking-index-build, object: public.i}, {rule: blocking-index-build, object: public.j}]");
    Finding many = new Finding(finding.rule(), finding.level(), finding.headline(), finding.place(), finding.object(),
        List.of(), List.of(), Optional.empty(), List.of(), finding.fingerprint(), Optional.empty(),
        new Finding.Others(List.of(finding.others().findings().getFirst(), finding.others().findings().getFirst()),
            false));
    assertThat(Format.TEXT.render(Sample.run(List.of(new Reported(many, false))), Style.PLAIN))
        .contains("silence: in ddlint.yaml   by the 3 entries that --format config prints");
  }

  @Test
  void whatLedToAFindingIsSilencedWithItByEntries() {
    Finding finding = together().findings().getFirst().finding();
    Finding other = finding.others().findings().getFirst();
    Finding change = new Finding("drop-index", other.level(), other.headline(), other.place(), other.object(),
        List.of(), List.of(), Optional.empty(), List.of(), other.fingerprint());
    Finding both = new Finding(finding.rule(), finding.level(), finding.headline(), finding.place(), finding.object(),
        List.of(), List.of(), Optional.empty(), List.of(), finding.fingerprint(), Optional.empty(),
        new Finding.Others(List.of(change), false));
    assertThat(Format.TEXT.render(Sample.run(List.of(new Reported(both, true))), Style.PLAIN)).contains(
        "silence: in ddlint.yaml   ignore: [{rule: blocking-index-build, object: public.i}, {rule: drop-index, object: public.j}]");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void sameInputSameBytes(Format format) {
    assertThat(format.render(Sample.large(50), Style.PLAIN)).isEqualTo(format.render(Sample.large(50), Style.PLAIN));
  }

  /** Each start of a JVM has an order of its own for the JDK's immutable maps. */
  @ParameterizedTest
  @EnumSource(Format.class)
  void noFormShowsTheOrderOfAMap(Format format) {
    Map<Dialect, Integer> one = new LinkedHashMap<>();
    List.of(Dialect.MYSQL, Dialect.SQLITE, Dialect.H2).forEach(dialect -> one.put(dialect, 1));
    Map<Dialect, Integer> other = new LinkedHashMap<>();
    List.of(Dialect.H2, Dialect.SQLITE, Dialect.MYSQL).forEach(dialect -> other.put(dialect, 1));
    assertThat(format.render(Sample.run(List.of(), List.of(), other), Style.PLAIN))
        .isEqualTo(format.render(Sample.run(List.of(), List.of(), one), Style.PLAIN));
  }
}
