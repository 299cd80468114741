package dev.ddlint.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.ddlint.config.ConfigurationKeys.Key;
import dev.ddlint.report.Json;
import dev.ddlint.rule.RuleIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema that editors get says what the reader takes, and refuses what the reader refuses. */
class ConfigurationSchemaTest {
  private static final Path COMMITTED = Path.of("docs/ddlint.schema.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static String generated() {
    return Json.value(new ConfigurationSchema(RuleIndex.load()).schema()) + "\n";
  }

  private static Set<ValidationMessage> complaints(String yaml) {
    JsonNode node = JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(generated()).validate(node);
  }

  private static void read(String yaml) throws ConfigurationException {
    new ConfigurationReader(Path.of("ddlint.yaml"), RuleIndex.load()).parse(yaml);
  }

  private static List<String> names(List<Key> keys) {
    return keys.stream().map(Key::name).toList();
  }

  /** The README's example, whose file of sizes is not there. */
  private static String example() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int start = readme.indexOf("```yaml\n", readme.indexOf("## Configuration")) + "```yaml\n".length();
    return readme.substring(start, readme.indexOf("```", start));
  }

  @Test
  void theCommittedFileIsWhatTheCodeGenerates() throws IOException {
    assertThat(generated()).as("./ddlint config schema > " + COMMITTED).isEqualTo(Files.readString(COMMITTED));
  }

  @Test
  void itHasEachKeyThatIsRead() {
    assertThat(names(ConfigurationKeys.TOP)).containsExactlyInAnyOrderElementsOf(ConfigurationReader.KEYS);
    assertThat(names(ConfigurationKeys.SESSION)).containsExactlyInAnyOrderElementsOf(ConfigurationReader.SESSION);
    assertThat(names(ConfigurationKeys.TENANCY)).containsExactlyInAnyOrderElementsOf(ConfigurationReader.TENANCY);
    assertThat(names(ConfigurationKeys.OVERRIDE)).containsExactlyInAnyOrderElementsOf(ConfigurationReader.OVERRIDE);
    assertThat(names(ConfigurationKeys.STATS)).containsExactlyInAnyOrderElementsOf(StatsReader.KEYS);
    assertThat(names(ConfigurationKeys.IGNORE)).containsExactlyInAnyOrderElementsOf(IgnoresReader.KEYS);
    assertThat(names(ConfigurationKeys.MIGRATIONS)).containsExactlyInAnyOrderElementsOf(MigrationsReader.KEYS);
  }

  @Test
  void theReadmesExampleIsValidAndRead() throws IOException, ConfigurationException {
    String example = example();
    assertThat(complaints(example)).isEmpty();
    assertThat(example).contains("stats: stats.json");
    read(example.replaceFirst("(?m)^stats:.*$", ""));
    assertThat(names(ConfigurationKeys.TOP)).filteredOn(key -> !("\n" + example).contains("\n" + key + ":"))
        .as("keys that the README does not show")
        .containsExactly("dialect");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "rules: {ban-drop-column: note, required-columns: {level: error, columns: [created_at], except: legacy_*}}",
      "rules: {too-many-indexes: {max: 12}, drop-column: false, set-not-null: on}",
      "overrides: [{paths: legacy/**, rules: {drop-column: off}}]",
      "migrations: {files: db/*.sql, runner: goose}",
      "migrations: [{files: db/*.sql}, {transaction: statement}]",
      "stats: {small: 16MB, large: 2gb, scan: 500 MB}",
      "ignore: [{rule: drop-column, until: 2027-01-31}]",
      "postgres-version: '16'", "tenancy: {shared: plans, mode: row-security}", "session: {lock_timeout: 5000}",
      "dialect: mysql", "baseline: ddlint-baseline.tsv", "fail-on: never"})
  void bothTakeIt(String yaml) throws ConfigurationException {
    assertThat(complaints(yaml)).isEmpty();
    read(yaml);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rulez: {}", "rules: {drop-colum: off}", "rules: {drop-column: {max: 3}}",
      "rules: {too-many-indexes: {max: many}}", "rules: {drop-column: fatal}", "fail-on: fatal", "preset: loud",
      "postgres-version: 9", "overrides: [{rules: {drop-column: off}}]", "migrations: {runner: gose}",
      "migrations: {files: /abs/*.sql}", "migrations: {transaction: all}", "stats: {small: 16}",
      "tenancy: {mode: magic}",
      "ignore: [{object: public.a}]", "ignore: [{rule: drop-column, until: soon}]", "ignore: {rule: drop-column}",
      "session: {search_path: a}", "dialect: oracle"})
  void bothRefuseIt(String yaml) {
    assertThat(complaints(yaml)).isNotEmpty();
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> read(yaml)))
        .isInstanceOf(ConfigurationException.class);
  }
}
