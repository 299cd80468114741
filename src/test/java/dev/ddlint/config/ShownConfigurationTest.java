package dev.ddlint.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.ShownConfiguration.Line;
import dev.ddlint.rule.RuleIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownConfigurationTest {
  private static final RuleIndex INDEX = RuleIndex.load();

  @TempDir
  private Path folder;

  private List<Line> show(String yaml) throws IOException, ConfigurationException {
    Path file = Files.writeString(folder.resolve("ddlint.yaml"), yaml);
    return ShownConfiguration.of(Optional.of(file), "ddlint.yaml", INDEX);
  }

  @Test
  void everyKeyHasItsOrigin() throws IOException, ConfigurationException {
    List<Line> lines = show("# ours\nfail-on: warning\nstats: {small: 1MB}\nrules:\n  drop-column: off\n"
        + "  too-many-indexes: {level: note}\n");
    assertThat(lines).contains(new Line("preset: recommended", "default"),
        new Line("fail-on: warning", "ddlint.yaml:2"), new Line("postgres-version: 14", "default"),
        new Line("  small: 1MB", "ddlint.yaml:3"), new Line("  drop-column: off", "ddlint.yaml:5"),
        new Line("    level: note", "ddlint.yaml:6"), new Line("    max: 8", "default"),
        new Line("  # all others: as the preset says", "default"), new Line("# tenancy: inferred", "default"));
  }

  @Test
  void withoutAFileAllIsDefault() throws ConfigurationException {
    assertThat(ShownConfiguration.of(Optional.empty(), "", INDEX)).hasSize(ConfigurationKeys.TOP.size())
        .allMatch(line -> line.origin().equals("default"));
  }

  /** What is shown can be put in the place of the file, whatever its texts hold. */
  @Test
  void whatIsShownReadsBackAsTheSame() throws IOException, ConfigurationException {
    String yaml = """
        preset: strict
        session: {timezone: 'Europe/Zürich: # \\ "x"'}
        stats: {large: 3GB}
        rules: {required-columns: {columns: [created_at, 'a\u202eb']}, ban-drop-column: off}
        overrides:
          - paths: ["**/V7__*.sql", 'it''s']
            rules: {drop-column: note}
        migrations: [{files: 'db/**/*.sql', runner: goose}, {transaction: file}]
        tenancy: {shared: [], mode: none}
        placeholders: {"a: b": "- c", two: "1\\n2"}
        baseline: ../b.tsv
        """;
    Path file = folder.resolve("ddlint.yaml");
    String shown = show(yaml).stream().map(line -> line.text() + " # " + line.origin() + "\n")
        .collect(Collectors.joining());
    assertThat(shown).doesNotContain("\u202e");
    Configuration configuration = new ConfigurationReader(file, INDEX).parse(yaml);
    Configuration again = new ConfigurationReader(file, INDEX).parse(shown);
    assertThat(again.migrations()).hasSameSizeAs(configuration.migrations());
    assertThat(again).usingRecursiveComparison().ignoringFields("migrations", "rules").isEqualTo(configuration);
    assertThat(again.rules().get("required-columns").options()).containsAllEntriesOf(
        configuration.rules().get("required-columns").options());
    assertThat(again.rules().get("ban-drop-column")).isEqualTo(configuration.rules().get("ban-drop-column"));
  }
}
