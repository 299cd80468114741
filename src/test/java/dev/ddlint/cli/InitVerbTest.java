package dev.ddlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.ConfigurationException;
import dev.ddlint.config.ConfigurationReader;
import dev.ddlint.report.Style;
import dev.ddlint.rule.RuleIndex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitVerbTest {
  @TempDir
  private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int init(Path path) {
    out.reset();
    err.reset();
    Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), Style.PLAIN);
    return new Cli(List.of(new InitVerb())).run(List.of("init", path.toString()), console);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private Path configuration() {
    return folder.resolve("ddlint.yaml");
  }

  private void migration(String text) throws IOException {
    Path made = Files.createDirectories(folder.resolve("prisma/migrations/20250101000000_init"));
    Files.writeString(made.getParent().resolve("migration_lock.toml"), "provider = \"postgresql\"\n");
    Files.writeString(made.resolve("migration.sql"), text);
  }

  private Configuration read(String text) throws IOException, ConfigurationException {
    Path file = Files.writeString(folder.resolve("read.yaml"), text);
    return new ConfigurationReader(file, RuleIndex.load()).read();
  }

  @Test
  void writesWhatItFoundAndChangesNothing() throws IOException, ConfigurationException {
    migration("""
        CREATE TABLE organizations (id int PRIMARY KEY);
        CREATE TABLE a (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations);
        CREATE TABLE b (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations);
        CREATE TABLE c (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations);
        """);
    assertThat(init(folder)).isZero();
    String written = Files.readString(configuration());
    assertThat(written).contains("#   prisma/migrations: Prisma Migrate, 1 migration\n", "#postgres-version:",
        "#stats:", "#baseline: ddlint-baseline.tsv\n",
        "#tenancy: {mode: discriminator, root: \"organizations\", key: \"organization_id\"}\n");
    assertThat(read(written)).isEqualTo(Configuration.DEFAULT);
  }

  @Test
  void everySettingCanBeTakenUp() throws IOException, ConfigurationException {
    migration("CREATE TABLE a (id int PRIMARY KEY);\n");
    assertThat(init(folder)).isZero();
    Files.writeString(folder.resolve("stats.json"), "{\"tables\": []}");
    Configuration all = read(Files.readString(configuration()).replaceAll("(?m)^#(?! |$)", ""));
    assertThat(all.settings().postgresVersion()).isEqualTo(16);
    assertThat(all.rules()).containsKey("drop-column");
    assertThat(all.migrations()).hasSize(1);
    assertThat(all.tenancy().key()).contains("organization_id");
    assertThat(all.baseline()).contains(folder.resolve("ddlint-baseline.tsv"));
  }

  @Test
  void aSchemaAloneIsAProjectToo() throws IOException {
    Files.writeString(folder.resolve("schema.prisma"), "model A {\n  id Int @id\n}\n");
    assertThat(init(folder)).isZero();
    assertThat(Files.readString(configuration())).contains("the Prisma schema schema.prisma, no migrations\n",
        "Tenants: none were found");
  }

  @Test
  void whatIsOfAnotherDatabaseIsSaidToBeNotJudged() throws IOException {
    migration("CREATE TABLE a (id int PRIMARY KEY);\n");
    file("clickhouse/1_a.up.sql", "CREATE TABLE a (id UInt64) ENGINE = MergeTree ORDER BY id;\n");
    file("clickhouse/1_a.down.sql", "DROP TABLE a;\n");
    file("mixed/V1__a.sql", "CREATE TABLE a (id bigserial PRIMARY KEY, b jsonb);\n");
    file("mixed/V2__b.sql", "CREATE TABLE `b` (`id` int AUTO_INCREMENT) ENGINE=InnoDB;\n");
    file("lite/schema.prisma", "datasource db {\n  provider = \"sqlite\"\n  url = \"file:a\"\n}\n");
    assertThat(init(folder)).isZero();
    assertThat(Files.readString(configuration())).contains("""
        #   clickhouse: golang-migrate, 1 migration; ClickHouse, recognised and not judged
        #   lite/schema.prisma: the Prisma schema lite/schema.prisma, no migrations; SQLite, recognised and not judged
        #   mixed: Flyway, 2 migrations; 1 file of MySQL, recognised and not judged
        #   prisma/migrations: Prisma Migrate, 1 migration
        """);
  }

  private void file(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void neverOverwrites() throws IOException {
    migration("SELECT 1;\n");
    Files.writeString(configuration(), "preset: strict\n");
    assertThat(init(folder)).isEqualTo(2);
    assertThat(err()).contains("ddlint.yaml: is there already and stays as it is");
    assertThat(configuration()).hasContent("preset: strict\n");
  }

  @Test
  void saysWhichFileItTakesThePlaceOf() throws IOException {
    migration("SELECT 1;\n");
    Files.writeString(configuration(), "preset: strict\n");
    assertThat(init(folder.resolve("prisma"))).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("it takes the place of " + configuration());
  }

  @Test
  void whereThereIsNothingNothingIsWritten() {
    assertThat(init(folder)).isEqualTo(2);
    assertThat(err()).contains("holds no .sql and no .prisma file");
    assertThat(configuration()).doesNotExist();
    assertThat(init(folder.resolve("nowhere"))).isEqualTo(2);
    assertThat(err()).contains("is no folder");
  }
}
