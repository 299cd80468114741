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

class ConfigVerbTest {
  @TempDir
  private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    out.reset();
    err.reset();
    Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), Style.PLAIN);
    return new Cli(List.of(new ConfigVerb())).run(List.of(arguments), console);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void showsTheNearestFileAboveAPath() throws IOException {
    Path file = Files.writeString(folder.resolve("ddlint.yaml"), "preset: strict\n");
    Path below = Files.createDirectories(folder.resolve("db/migrations"));
    assertThat(run("config", "show", below.toString())).isZero();
    assertThat(out()).containsPattern("preset: strict +# \\Q" + file + "\\E:1\n")
        .containsPattern("fail-on: error +# default");
    Path other = Files.writeString(folder.resolve("other.yaml"), "\nfail-on: note\n");
    assertThat(run("config", "show", below.toString(), "--config", other.toString())).isZero();
    assertThat(out()).containsPattern("fail-on: note +# \\Q" + other + "\\E:2\n").contains("preset: recommended");
  }

  @Test
  void saysThatThereIsNoFile() {
    assertThat(run("config", "show", folder.toString())).isZero();
    assertThat(out()).startsWith("# no ddlint.yaml in " + folder + " or above it\n").contains("preset: recommended");
  }

  @Test
  void aFileOfAnotherNameIsNotPassedOver() throws IOException {
    Path mistaken = Files.writeString(folder.resolve("ddlint.yml"), "preset: strict\n");
    assertThat(run("config", "show", folder.toString())).isEqualTo(2);
    assertThat(err()).contains(mistaken + ": is not read under this name; call it ddlint.yaml");
    Files.writeString(folder.resolve("ddlint.yaml"), "");
    assertThat(run("config", "show", folder.toString())).as("the other one is read").isZero();
  }

  @Test
  void aBrokenFileIsAnError() throws IOException {
    Files.writeString(folder.resolve("ddlint.yaml"), "fail-on: fatal\n");
    assertThat(run("config", "show", folder.toString())).isEqualTo(2);
    assertThat(err()).contains("ddlint.yaml:1: expected one of error, warning, note");
    assertThat(out()).isEmpty();
  }

  @Test
  void printsTheSchemaThatIsCommitted() throws IOException {
    assertThat(run("config", "schema")).isZero();
    assertThat(out()).isEqualTo(Files.readString(Path.of("docs/ddlint.schema.json")));
  }

  @Test
  void refusesWhatItCannotUnderstand() {
    assertThat(run("config", "list")).isEqualTo(2);
    assertThat(err()).contains("ddlint config list: expected show or schema");
    assertThat(run("config", "schema", "x")).isEqualTo(2);
    assertThat(err()).contains("takes no path");
    assertThat(run("config", "show", folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(err()).contains("no such file or folder");
    assertThat(run("config")).isEqualTo(2);
    assertThat(err()).contains("expected show|schema");
  }
}
