package dev.ddlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.report.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionVerbTest {
  @TempDir
  private Path folder;

  private static final List<Verb> OTHERS = List.of(new CheckVerb(new CheckCommand()), new ExplainVerb(),
      new ConfigVerb());

  private static String script(String shell, int code) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), Style.PLAIN);
    assertThat(new Cli(List.of(new CompletionVerb(OTHERS))).run(List.of("completion", shell), console)).isEqualTo(code);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** What bash offers for the last of some words. */
  private String offered(String... words) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("ddlint.bash"), script("bash", 0));
    Process bash = new ProcessBuilder("bash", "-c", "source " + file + "; COMP_WORDS=(" + String.join(" ", words)
        + "); COMP_CWORD=" + (words.length - 1) + "; _ddlint; echo \"${COMPREPLY[@]}\"").redirectErrorStream(true)
        .start();
    String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).isZero();
    return out.strip();
  }

  @Test
  void bashCompletesVerbsOptionsAndRules() throws IOException, InterruptedException {
    assertThat(offered("ddlint", "co")).isEqualTo("config completion");
    assertThat(offered("ddlint", "check", "--fa")).isEqualTo("--fail-on");
    assertThat(offered("ddlint", "check", "x", "--sta")).isEqualTo("--stats --statistics");
    assertThat(offered("ddlint", "explain", "blocking-index-b")).isEqualTo("blocking-index-build");
    assertThat(offered("ddlint", "config", "s")).isEqualTo("show schema");
    assertThat(offered("ddlint", "check", "db")).isEmpty();
  }

  @Test
  void bashCompletesTheValuesOfOptions() throws IOException, InterruptedException {
    assertThat(offered("ddlint", "check", "--format", "g")).isEqualTo("github gitlab");
    assertThat(offered("ddlint", "check", "--fail-on", "=", "n")).as("--fail-on=n").isEqualTo("note never");
    assertThat(offered("ddlint", "check", "--preset", "=")).as("--preset=").isEqualTo("recommended strict");
    assertThat(offered("ddlint", "check", "--rule", "drop-c")).isEqualTo("drop-cascade=off drop-column=off");
    assertThat(offered("ddlint", "check", "--format", "json", "--qu")).isEqualTo("--quiet");
    assertThat(offered("ddlint", "check", "--baseline", "x")).as("files, which bash itself knows").isEmpty();
  }

  @Test
  void everyOptionIsInEachScript() {
    String zsh = script("zsh", 0);
    String fish = script("fish", 0);
    for (Verb verb : OTHERS) {
      assertThat(zsh).contains("'" + verb.name() + ":", "    " + verb.name() + ") _arguments");
      assertThat(fish).contains("-a " + verb.name() + " -d '");
      for (Syntax.Option option : verb.syntax().options()) {
        assertThat(zsh).contains(option.name() + (option.label().isEmpty() ? "[" : "=["));
        assertThat(fish).contains("from " + verb.name() + "' -l " + option.name().substring(2) + " ");
      }
    }
    assertThat(zsh).contains("'*--output=[", ":LEVEL:(error warning note never)'", ":FILE:_files'")
        .contains("'--quiet[findings alone\\: a line each");
  }

  @Test
  void otherShellsAreUnknown() {
    assertThat(script("cmd", 2)).isEmpty();
  }
}
