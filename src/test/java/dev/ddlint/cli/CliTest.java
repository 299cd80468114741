package dev.ddlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.FailOn;
import dev.ddlint.finding.Level;
import dev.ddlint.report.Format;
import dev.ddlint.report.Style;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CliTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<CheckRequest> checks = new ArrayList<>();
  private final List<SchemaRequest> schemas = new ArrayList<>();

  private int run(String... arguments) {
    List<Verb> verbs = List.of(new CheckVerb((request, console) -> {
      checks.add(request);
      return ExitCode.FINDINGS;
    }), new SchemaVerb((request, console) -> {
      schemas.add(request);
      return ExitCode.CLEAN;
    }), new ExplainVerb(), new RulesVerb());
    Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), Style.PLAIN);
    return new Cli(verbs).run(List.of(arguments), console);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private void refuses(String message, String... arguments) {
    err.reset();
    assertThat(run(arguments)).isEqualTo(ExitCode.FAILURE);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("ddlint: ").contains(message);
    assertThat(out()).isEmpty();
  }

  @Test
  void saysItsVersion() {
    assertThat(run("--version")).isZero();
    assertThat(out()).matches("ddlint \\d+\\.\\d+\\.\\d+\\S*\\R");
  }

  @Test
  void helps() {
    assertThat(run("--help")).isZero();
    assertThat(out()).contains("Usage: ddlint VERB", "check ", "explain ", "Exit codes");
    assertThat(run("check", "x", "--help")).isZero();
    assertThat(out()).contains("Usage: ddlint check [OPTIONS] [PATH...]", "--fail-on LEVEL");
    assertThat(checks).isEmpty();
  }

  @Test
  void withoutArgumentsHelpIsAnError() {
    assertThat(run()).isEqualTo(ExitCode.FAILURE);
    assertThat(out()).isEmpty();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage: ddlint VERB");
  }

  @Test
  void explainsByIdAndByAlias() {
    assertThat(run("explain", "blocking-index-build")).isZero();
    String byId = out();
    assertThat(byId).startsWith("error[blocking-index-build]: ").contains("Why it matters", "known as");
    out.reset();
    assertThat(run("explain", "require-concurrent-index-creation")).isZero();
    assertThat(out()).isEqualTo(byId);
  }

  @Test
  void explainsWhyThereIsNoRule() {
    assertThat(run("explain", "require-table-schema", "drop-table")).isZero();
    assertThat(out()).startsWith("ddlint has no rule of this kind: require-table-schema\n\nnames are resolved")
        .contains("error[drop-table]: ");
    out.reset();
    assertThat(run("explain", "ban-drop-column")).isZero();
    assertThat(out()).startsWith("error[drop-column]: ");
  }

  @Test
  void suggestsTheNearestName() {
    refuses("did you mean `blocking-index-build`?", "explain", "blokking-index-build");
    refuses("did you mean `unparsed-statement`?", "explain", "unparsed");
    refuses("no rule is named `xyzzy` (all rules", "explain", "xyzzy");
    refuses("`chek` is no verb; did you mean `check`?", "chek");
    refuses("has no option `--fail-one`; did you mean `--fail-on`?", "check", "--fail-one", "note");
  }

  @Test
  void listsRules() {
    assertThat(run("rules")).isZero();
    assertThat(out()).contains("Locks that block production\n", "blocking-index-build", "explain RULE");
    out.reset();
    assertThat(run("rules", "--format=json")).isZero();
    assertThat(out()).startsWith("[\n").contains("{\"id\": \"blocking-index-build\", \"category\": \"locks\"");
  }

  @Test
  void readsACheck() {
    assertThat(run("check", "a", "b", "--format", "sarif", "--output=text=x.txt", "--output", "sarif=y=z", "--fail-on",
        "note", "--require-coverage", "99", "--preset=strict", "--rule", "blocking-index-build=off",
        "--rule=syntax-error=error", "--config", "c.yaml", "--postgres-version", "16", "--color", "always", "--", "-d"))
        .isEqualTo(ExitCode.FINDINGS);
    CheckRequest request = checks.get(0);
    assertThat(request.paths()).containsExactly("a", "b", "-d");
    assertThat(request.format()).isEqualTo(Format.SARIF);
    assertThat(request.outputs()).containsExactly(new CheckRequest.Output(Format.TEXT, "x.txt"),
        new CheckRequest.Output(Format.SARIF, "y=z"));
    assertThat(request.failOn()).contains(FailOn.NOTE);
    assertThat(request.requiredCoverage()).contains(99);
    assertThat(request.preset()).contains("strict");
    assertThat(request.rules()).containsEntry("blocking-index-build", Optional.empty())
        .containsEntry("unparsed-statement", Optional.of(Level.ERROR));
    assertThat(request.config()).contains("c.yaml");
    assertThat(request.postgresVersion()).contains(16);
    assertThat(request.style()).isEqualTo(Style.ANSI);
    assertThat(request.showSuppressed()).isFalse();
  }

  @Test
  void whatIsSilencedGoesIntoReportsForProgramsOnly() {
    run("check", "--show-suppressed", "--format=json");
    run("check", "--show-suppressed", "--output", "sarif=x");
    assertThat(checks).hasSize(2).allMatch(CheckRequest::showSuppressed);
    refuses("--show-suppressed goes with the formats sarif or json", "check", "--show-suppressed");
  }

  @Test
  void aCheckHasDefaults() {
    run("check");
    CheckRequest request = checks.get(0);
    assertThat(request.paths()).containsExactly(".");
    assertThat(request.format()).isEqualTo(Format.TEXT);
    assertThat(request.failOn()).isEmpty();
    assertThat(request.preset()).isEmpty();
    assertThat(request.style()).isEqualTo(Style.PLAIN);
    assertThat(request.postgresVersion()).isEmpty();
  }

  @Test
  void readsASchema() {
    assertThat(run("schema", "db", "--format", "json")).isZero();
    assertThat(schemas).containsExactly(new SchemaRequest("db", SchemaRequest.Format.JSON));
    refuses("`b` is one PATH too many", "schema", "a", "b");
    refuses("expected PATH", "schema");
  }

  @Test
  void refusesWhatItCannotUnderstand() {
    refuses("--fail-on fatal: expected error, warning, note or never", "check", "--fail-on", "fatal");
    refuses("--fail-on: expected a value", "check", "--fail-on");
    refuses("--fail-on: expected a value", "check", "--fail-on", "--format");
    refuses("--fail-on was given twice: note and error", "check", "--fail-on=note", "--fail-on=error");
    refuses("--require-coverage 101: expected a number from 0 to 100", "check", "--require-coverage", "101");
    refuses("--require-coverage x: expected a number", "check", "--require-coverage", "x");
    refuses("--rule a: expected ID=LEVEL", "check", "--rule", "a");
    refuses("no rule is named `nothing`", "check", "--rule", "nothing=off");
    refuses("--output sarif: expected FORMAT=FILE", "check", "--output", "sarif");
    refuses("--output json=a: would take the place of sarif=a", "check", "--output", "sarif=a", "--output=json=a");
    refuses("ddlint rules: `locks` is too many", "rules", "locks");
    refuses("no format is named `xml`, expected text, concise, json", "check", "--format", "xml");
    assertThat(checks).isEmpty();
  }
}
