package dev.ddlint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ddlint.config.Configuration.RuleSetting;
import dev.ddlint.finding.Level;
import dev.ddlint.project.Layout;
import dev.ddlint.project.ProjectSettings;
import dev.ddlint.project.RunnerProfile;
import dev.ddlint.rule.RuleIndex;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigurationReaderTest {

  private static Configuration read(String yaml) throws ConfigurationException {
    return new ConfigurationReader(Path.of("ddlint.yaml"), RuleIndex.load()).parse(yaml);
  }

  @Test
  void readsEachKindOfKey() throws ConfigurationException {
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
    assertThat(configuration.failOn()).isEqualTo(FailOn.WARNING);
    assertThat(configuration.rules()).containsEntry("drop-column", RuleSetting.OFF)
        .containsEntry("set-not-null", RuleSetting.at(Level.WARNING));
    assertThat(configuration.tenancy().root()).contains("accounts");
    assertThat(configuration.tenancy().shared()).containsExactly("countries", "plans");
    assertThat(configuration.placeholders()).containsEntry("Namespace", "auth");
  }

  @Test
  void someFilesHaveRulesOfTheirOwn() throws ConfigurationException {
    Configuration configuration = read("overrides:\n  - paths: legacy/**\n    rules: {drop-column: off}\n");
    assertThat(configuration.overrides())
        .containsExactly(new Configuration.Override(List.of("legacy/**"), Map.of("drop-column", RuleSetting.OFF)));
    assertThatThrownBy(() -> read("overrides:\n  - rules: {drop-column: off}\n"))
        .hasMessage("ddlint.yaml:2: an entry of `overrides` says for which `paths` which `rules` hold");
  }

  /** They would be read and never heeded. */
  @Test
  void theOptionsOfARuleHoldForAllFiles() {
    assertThatThrownBy(() -> read("overrides:\n  - paths: legacy/**\n    rules: {too-many-indexes: {max: 3}}\n"))
        .hasMessage("ddlint.yaml:3: `max` of `too-many-indexes` holds for all files; say it under `rules` of the whole"
            + " configuration");
  }

  @Test
  void whatIsNoGlobIsAnErrorWithItsLine() {
    assertThatThrownBy(() -> read("overrides:\n  - paths:\n      - 'db/[a'\n    rules: {drop-column: off}\n"))
        .hasMessageStartingWith("ddlint.yaml:3: `db/[a` is no glob (");
    assertThatThrownBy(() -> read("ignore:\n  - rule: drop-column\n    path: 'db/{a'\n"))
        .hasMessageStartingWith("ddlint.yaml:3: `db/{a` is no glob (");
  }

  @Test
  void anIgnoredFindingMayHaveADay() throws ConfigurationException {
    Configuration configuration = read("""
        ignore:
          - {rule: drop-column, object: public.users.fax, until: 2027-01-31, reason: agreed}
        """);
    assertThat(configuration.ignores().get(0).until()).contains(LocalDate.of(2027, 1, 31));
    assertThatThrownBy(() -> read("ignore:\n  - rule: drop-column\n    until: soon\n"))
        .hasMessage("ddlint.yaml:3: `until` is a date such as 2027-01-31, not `soon`");
  }

  @Test
  void aKeyStandsOnce() {
    assertThatThrownBy(() -> read("preset: strict\npreset: recommended\n"))
        .hasMessageContaining("ddlint.yaml:");
  }

  @Test
  void depthAndAliasesAreBounded() {
    assertThatThrownBy(() -> read("rules: " + "[".repeat(200) + "]".repeat(200)))
        .hasMessageContaining("nested deeper than 20 levels");
    assertThatThrownBy(() -> read("rules: " + "[".repeat(100_000))).isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("nested deeper than 20 levels");
    String laughs = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
        + "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c, *c, *c, *c]\n";
    assertThatThrownBy(() -> read(laughs)).isInstanceOf(ConfigurationException.class);
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
        .hasMessage("ddlint.yaml:1: expected one of error, warning, note, never, not `fatal`");
    assertThatThrownBy(() -> read("rules:\n  drop-column: no\n"))
        .hasMessage("ddlint.yaml:2: expected error, warning, note, off or on, not `no`");
    assertThatThrownBy(() -> read("postgres-version: new\n")).hasMessageContaining("ddlint.yaml:1")
        .hasMessageContaining("16");
    assertThatThrownBy(() -> read("tenancy: {mode: magic}\n")).hasMessageContaining("ddlint.yaml:1")
        .hasMessageContaining("discriminator");
  }

  @Test
  void migrationsAreOneHistoryOrSeveral() throws ConfigurationException {
    Configuration one = read("migrations:\n  files: db/v*/*.sql\n  runner: goose\n");
    assertThat(one.projects().patterns()).singleElement().satisfies(p -> {
      assertThat(p.files()).isEqualTo("db/v*/*.sql");
      assertThat(p.base()).isEqualTo(Path.of("").toAbsolutePath());
      assertThat(p.runner()).map(Layout::id).contains("goose");
    });
    Configuration several = read("migrations:\n- files: a/*.sql\n- files: b/*.sql\n- transaction: file\n");
    assertThat(several.projects().patterns()).hasSize(2);
    assertThat(several.projects().runner()).map(r -> r.runner().reach()).contains(RunnerProfile.Reach.FILE);
    assertThat(Configuration.DEFAULT.projects()).isEqualTo(ProjectSettings.NONE);
  }

  @Test
  void migrationsThatCannotBeMeantAreErrors() {
    assertThatThrownBy(() -> read("migrations:\n  file: a\n"))
        .hasMessage("ddlint.yaml:2: `file` is not a key of `migrations`, did you mean `files`?");
    assertThatThrownBy(() -> read("migrations: {runner: gose}"))
        .hasMessage("ddlint.yaml:1: `gose` is not a runner, did you mean `goose`?");
    assertThatThrownBy(() -> read("migrations: {transaction: all}"))
        .hasMessage("ddlint.yaml:1: expected one of file, statement, unknown, not `all`");
    assertThatThrownBy(() -> read("migrations: {runner: goose, transaction: file}")).hasMessageContaining("keep one");
    assertThatThrownBy(() -> read("migrations: {files: '/abs/*.sql'}")).hasMessageContaining("relative to this file");
    assertThatThrownBy(() -> read("migrations: {files: 'a/[*.sql'}")).hasMessageContaining("is no glob");
    assertThatThrownBy(() -> read("migrations: {}")).hasMessageContaining("says nothing");
    assertThatThrownBy(() -> read("migrations: [{runner: goose}, {runner: sqlx}]")).hasMessageContaining("twice");
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
