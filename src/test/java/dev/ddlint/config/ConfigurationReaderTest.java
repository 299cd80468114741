package dev.ddlint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ddlint.config.Configuration.RuleSetting;
import dev.ddlint.finding.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigurationReaderTest {

  private static Configuration read(String yaml) throws ConfigurationException {
    return new ConfigurationReader(Path.of("ddlint.yaml"), Set.of("drop-column", "set-not-null")).parse(yaml);
  }

  @Test
  void readsWhatTheReadmeShows() throws ConfigurationException {
    Configuration configuration = read("""
        preset: strict
        postgres-version: 16
        session: {timezone: UTC}
        fail-on: warning
        rules:
          drop-column: off
          set-not-null: warning
        tenancy:
          root: accounts
          key: account_id
          shared: [countries, plans]
        placeholders:
          Namespace: auth
        """);
    assertThat(configuration.preset()).isEqualTo(Configuration.Preset.STRICT);
    assertThat(configuration.settings().postgresVersion()).isEqualTo(16);
    assertThat(configuration.settings().timeZone()).contains("UTC");
    assertThat(configuration.failOn()).isEqualTo(Level.WARNING);
    assertThat(configuration.rules()).containsEntry("drop-column", RuleSetting.OFF)
        .containsEntry("set-not-null", new RuleSetting(true, Optional.of(Level.WARNING)));
    assertThat(configuration.tenancy().root()).contains("accounts");
    assertThat(configuration.tenancy().shared()).containsExactly("countries", "plans");
    assertThat(configuration.placeholders()).containsEntry("Namespace", "auth");
  }

  @Test
  void anEmptyFileChangesNothing() throws ConfigurationException {
    assertThat(read("# nothing\n")).isEqualTo(Configuration.DEFAULT);
  }

  @Test
  void anUnknownKeyIsAnErrorWithItsLineAndTheNearestName() {
    assertThatThrownBy(() -> read("preset: strict\nrulez:\n  drop-column: off\n"))
        .hasMessage("ddlint.yaml:2: `rulez` is not a key of the configuration, did you mean `rules`?");
  }

  @Test
  void anUnknownRuleIsAnErrorToo() {
    assertThatThrownBy(() -> read("rules:\n  drop-colum: off\n"))
        .hasMessage("ddlint.yaml:2: `drop-colum` is not a rule, did you mean `drop-column`?");
  }

  @Test
  void aWrongValueSaysWhatWasExpected() {
    assertThatThrownBy(() -> read("fail-on: fatal\n"))
        .hasMessage("ddlint.yaml:1: expected one of error, warning, note, not `fatal`");
    assertThatThrownBy(() -> read("postgres-version: new\n")).hasMessageContaining("ddlint.yaml:1")
        .hasMessageContaining("16");
    assertThatThrownBy(() -> read("tenancy: {mode: magic}\n")).hasMessageContaining("ddlint.yaml:1")
        .hasMessageContaining("discriminator");
  }

  @Test
  void brokenYamlNamesItsLine() {
    assertThatThrownBy(() -> read("rules:\n  - [\n")).isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("ddlint.yaml:3").hasMessageContaining("YAML");
  }

  @Test
  void aliasesCannotBlowItUp() {
    StringBuilder bomb = new StringBuilder("a: &a [x, x]\n");
    for (char c = 'b'; c < 'z'; c++) {
      bomb.append(c).append(": &").append(c).append(" [*").append((char) (c - 1)).append(", *").append((char) (c - 1))
          .append("]\n");
    }
    assertThatThrownBy(() -> read(bomb.toString())).isInstanceOf(ConfigurationException.class);
  }
}
