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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ddlint impact} and {@code --stats} as a user types them. */
class ImpactVerbTest {
  @TempDir
  private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void makeFolder() throws IOException {
    file("V1__t.sql", "CREATE TABLE t (a int);\n");
    file("V2__i.sql", "CREATE INDEX i ON t (a);\n");
    file("stats.json", "{\"tables\": [{\"table\": \"public.t\", \"rows\": 9, \"bytes\": 8192}]}");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), Style.PLAIN);
    return new Cli(List.of(new CheckVerb(new CheckCommand()), new ImpactVerb())).run(List.of(arguments), console);
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void aFileAloneIsShown() {
    assertThat(run("impact", at("V2__i.sql"))).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("V2__i.sql\n", "SHARE on t until the statement ends")
        .doesNotContain("V1__t.sql", "under 1 s");
    assertThat(run("impact", folder.toString(), "--format", "json")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("{\n  \"migrations\": [").contains("V1__t.sql");
  }

  @Test
  void sizesGiveTimesAndMakeSmallTablesQuiet() throws IOException {
    assertThat(run("impact", at("V2__i.sql"), "--stats", at("stats.json"))).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("index build on t, under 1 s");
    assertThat(run("check", at("V2__i.sql"))).isEqualTo(1);
    assertThat(run("check", at("V2__i.sql"), "--stats", at("stats.json"))).isZero();
    file("ddlint.yaml", "stats: stats.json\n");
    assertThat(run("check", at("V2__i.sql"))).isZero();
    file("ddlint.yaml", "stats: {file: stats.json, small: 1kB}\n");
    assertThat(run("check", at("V2__i.sql"))).isEqualTo(1);
  }

  @Test
  void aSchemaWithoutMigrationsHasNothingToShow() throws IOException {
    file("schema.prisma", "datasource db {\n  provider = \"postgresql\"\n}\n");
    assertThat(run("impact", at("schema.prisma"))).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("no migration of PostgreSQL");
  }

  @Test
  void whatIsWrongIsSaid() {
    assertThat(run("impact", at("V2__i.sql"), "--stats", at("none.json"))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("none.json: cannot be read");
    assertThat(run("impact", at("none.sql"))).isEqualTo(2);
    assertThat(run("impact")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("expected PATH");
  }
}
