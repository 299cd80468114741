package dev.ddlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ddlint.finding.Level;
import dev.ddlint.report.Run.Reported;
import dev.ddlint.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SarifReportTest {

  private static JsonNode run(Run run) throws IOException {
    return new ObjectMapper().readTree(new SarifReport(run).render()).at("/runs/0");
  }

  private static JsonNode single() throws IOException {
    SourceFile file = new SourceFile("./db/ä b.sql", "\uFEFF/* 🙂 */ CREATE INDEX i\nON t (a);");
    return run(Sample.run(List.of(new Reported(Sample.full(Sample.place(file, "CREATE INDEX i\nON t (a)")), true))));
  }

  @Test
  void placesAreTightAndRelative() throws IOException {
    JsonNode physical = single().at("/results/0/locations/0/physicalLocation");
    assertThat(physical.at("/artifactLocation/uri").asText()).isEqualTo("db/%C3%A4%20b.sql");
    assertThat(physical.at("/artifactLocation/uriBaseId").asText()).isEqualTo("%SRCROOT%");
    assertThat(physical.at("/region").toString())
        .isEqualTo("{\"startLine\":1,\"startColumn\":10,\"endLine\":2,\"endColumn\":9}");
    assertThat(single().at("/columnKind").asText()).isEqualTo("utf16CodeUnits");
    assertThat(single().at("/originalUriBaseIds/%SRCROOT%").isObject()).isTrue();
  }

  @Test
  void aResultSaysAllThatIsKnown() throws IOException {
    JsonNode result = single().at("/results/0");
    assertThat(result.at("/message/text").asText())
        .startsWith("Building `i` blocks all writes to `t` until it is done.\nLock: SHARE on t")
        .contains("Instead, in this migration:\nSELECT 1;\nSELECT 2;").endsWith(".");
    assertThat(result.at("/level").asText()).isEqualTo("error");
    assertThat(result.at("/ruleIndex").asInt()).isZero();
    assertThat(result.at("/locations/0/logicalLocations/0").toString())
        .isEqualTo("{\"name\":\"i\",\"fullyQualifiedName\":\"public.i\",\"kind\":\"index\"}");
    assertThat(result.at("/relatedLocations/0/message/text").asText()).isEqualTo("The table was made here.");
    assertThat(result.at("/partialFingerprints/primaryLocationLineHash").asText()).matches("[0-9a-f]+:1");
    assertThat(result.at("/partialFingerprints/ddlint~1v1").asText()).matches("[0-9a-f]{32}:1");
    JsonNode replacement = result.at("/fixes/0/artifactChanges/0/replacements/0");
    assertThat(replacement.at("/deletedRegion").toString())
        .isEqualTo("{\"startLine\":1,\"startColumn\":22,\"endLine\":1,\"endColumn\":22}");
    assertThat(replacement.at("/insertedContent/text").asText()).isEqualTo(" CONCURRENTLY");
  }

  @Test
  void aRuleIsDescribedByItsPage() throws IOException {
    JsonNode rule = single().at("/tool/driver/rules/0");
    assertThat(rule.at("/id").asText()).isEqualTo("blocking-index-build");
    assertThat(rule.at("/name").asText()).isEqualTo("BlockingIndexBuild");
    assertThat(rule.at("/shortDescription/text").asText()).isEqualTo("An index build blocks all writes to the table.");
    assertThat(rule.at("/fullDescription/text").asText()).startsWith("Reports `CREATE INDEX`").endsWith(".");
    assertThat(rule.at("/help/text").asText()).contains("SHARE");
    assertThat(rule.at("/help/markdown").asText()).startsWith("## What it does");
    assertThat(rule.at("/defaultConfiguration/level").asText()).isEqualTo("error");
    assertThat(rule.at("/properties/tags")).isNotEmpty();
    assertThat(rule.at("/properties/precision").asText()).isEqualTo("very-high");
    assertThat(rule.at("/properties/security-severity").isMissingNode()).isTrue();
    assertThat(rule.at("/helpUri").isMissingNode()).isTrue();
  }

  @Test
  void tellsWhatCouldNotBeRead() throws IOException {
    JsonNode invocation = run(Sample.large(3)).at("/invocations/0");
    assertThat(invocation.at("/executionSuccessful").asBoolean()).isFalse();
    assertThat(invocation.at("/toolExecutionNotifications/0/descriptor/id").asText()).isEqualTo("unparsed-statement");
    assertThat(invocation.at("/toolExecutionNotifications/0/locations/0/physicalLocation/region/startLine").asInt())
        .isEqualTo(2);
    assertThat(invocation.at("/toolExecutionNotifications/1/level").asText()).isEqualTo("error");
  }

  @Test
  void theCategoryIsTheFolder() throws IOException {
    assertThat(single().at("/automationDetails/id").asText()).isEqualTo("ddlint/db/my%20app/");
  }

  /** A result without a level takes its rule's, and the SDK leaves out `warning`. */
  @Test
  void aLevelIsAlwaysWritten() throws IOException {
    JsonNode results = run(Sample.large(9)).at("/results");
    assertThat(results).allMatch(result -> result.has("level"));
    assertThat(results.findValuesAsText("level")).containsExactly("error", "error", "error", "error", "error", "error",
        "warning", "warning", "note");
  }

  @Test
  void theOrderOfFindingsDoesNotMatter() {
    List<Reported> findings = new ArrayList<>(Sample.large(60).findings());
    String first = new SarifReport(Sample.run(findings)).render();
    Collections.reverse(findings);
    assertThat(new SarifReport(Sample.run(findings)).render()).isEqualTo(first);
    assertThat(first.indexOf("\"level\" : \"note\"")).isGreaterThan(first.lastIndexOf("\"level\" : \"warning\""));
  }

  @Test
  void keepsToWhatGitHubTakes() throws IOException {
    SourceFile file = new SourceFile("a.sql", "SELECT 1;");
    Reported one = new Reported(Sample.finding(Level.NOTE, "x", Sample.place(file, "SELECT")), true);
    assertThat(new SarifReport(Sample.run(Collections.nCopies(5_000, one))).notice()).isEmpty();
    SarifReport report = new SarifReport(Sample.run(Collections.nCopies(25_100, one)));
    assertThat(report.notice().orElse("")).contains("20100 of 25100 will not be shown").contains("ddlint.yaml");
    assertThat(new ObjectMapper().readTree(report.render()).at("/runs/0/results")).hasSize(25_000);
  }

  @Test
  void whatIsSilencedSaysByWhat() throws IOException {
    JsonNode results = run(Sample.withSilenced(Sample.large(2))).at("/results");
    assertThat(results).hasSize(5);
    assertThat(results.get(0).has("suppressions")).as("what is reported").isFalse();
    assertThat(results.get(2).at("/suppressions/0/kind").asText()).isEqualTo("inSource");
    assertThat(results.get(2).at("/suppressions/0/status").asText()).isEqualTo("accepted");
    assertThat(results.get(2).at("/suppressions/0/justification").asText()).isEqualTo("the table is tiny");
    assertThat(results.get(2).at("/suppressions/0/location/physicalLocation/region/startLine").asInt()).isEqualTo(2);
    assertThat(results.get(3).at("/suppressions/0/kind").asText()).isEqualTo("external");
    assertThat(results.get(3).at("/suppressions/0/justification").asText()).contains("entry of the configuration");
    assertThat(results.get(4).at("/suppressions/0/justification").asText()).contains("baseline");
  }

  /** An upload with the silenced ones must not close or open any other alert. */
  @Test
  void whatIsReportedStaysAsItIsWithoutThem() throws IOException {
    JsonNode alone = run(Sample.large(60)).at("/results");
    JsonNode beside = run(Sample.withSilenced(Sample.large(60))).at("/results");
    for (int i = 0; i < alone.size(); i++) {
      assertThat(beside.get(i)).isEqualTo(alone.get(i));
    }
  }

  /** {@code .ci/run} has Microsoft's validator read them. */
  @Test
  void leavesReportsForTheValidator() throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "sarif"));
    Files.writeString(folder.resolve("large.sarif"), new SarifReport(Sample.large(5_000)).render());
    Files.writeString(folder.resolve("suppressed.sarif"),
        new SarifReport(Sample.withSilenced(Sample.large(100))).render());
    Files.writeString(folder.resolve("empty.sarif"), new SarifReport(Sample.run(List.of())).render());
    JsonNode large = new ObjectMapper().readTree(folder.resolve("large.sarif").toFile()).at("/runs/0/results");
    assertThat(large).hasSize(5_000);
    assertThat(large.findValues("fixes")).hasSize(2_500);
  }
}
