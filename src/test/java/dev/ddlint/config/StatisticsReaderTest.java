package dev.ddlint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ddlint.physics.Statistics;
import dev.ddlint.physics.Statistics.Size;
import dev.ddlint.rule.RuleIndex;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sizes of tables: the file, the query that makes it, and what the configuration says of them. */
class StatisticsReaderTest {
  private @TempDir Path folder;

  private Map<String, Size> read(String json) throws Exception {
    return new StatisticsReader(write("stats.json", json)).read();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void readsSizesByTable() throws Exception {
    assertThat(read("""
        {"tables": [
          {"table": "public.users", "rows": 12, "bytes": 8192, "indexes": 16384},
          {"table": "app.orders", "bytes": 1e9, "rows": null}]}""")).isEqualTo(Map.of("public.users",
        new Size(12, 8192, 16384), "app.orders", new Size(0, 1_000_000_000, 0)));
    assertThat(read("{\"tables\": []}")).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithAFile() {
    assertThatThrownBy(() -> read("")).hasMessageEndingWith("expected what the query of the README gives");
    assertThatThrownBy(() -> read("{\"tables\": [\n{\"table\": \"users\", \"bytes\": 1}]}"))
        .hasMessageContaining(":2: an entry of `tables` names its `table` with its schema");
    assertThatThrownBy(() -> read("{\"tables\": [{\"table\": \"a.b\"}]}")).hasMessageContaining("tells the `bytes`");
    assertThatThrownBy(() -> read("{\"tables\": [{\"table\": \"a.b\", \"bytes\": \"much\"}]}"))
        .hasMessageContaining("expected a number, not `much`");
    assertThatThrownBy(() -> read("{\"tables\": [")).hasMessageContaining("no valid");
    assertThatThrownBy(() -> read("{\"table\": []}")).hasMessageContaining("did you mean");
    assertThatThrownBy(() -> new StatisticsReader(folder.resolve("none.json")).read())
        .hasMessageContaining("cannot be read");
  }

  @Test
  void theQueryOfTheReadmeMakesTheFile() throws Exception {
    String query = Files.readString(Path.of("README.md")).replaceAll("(?s).*```sql\n(-- ddlint stats.*?)```.*", "$1");
    assertThat(query).startsWith("-- ddlint stats");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (a int PRIMARY KEY); INSERT INTO t SELECT generate_series(1, 1000); ANALYZE t;"
          + "CREATE SCHEMA s; CREATE TABLE s.p (a int) PARTITION BY RANGE (a);"
          + "CREATE TABLE s.p1 PARTITION OF s.p DEFAULT; INSERT INTO s.p SELECT generate_series(1, 1000)");
      try (ResultSet row = statement.executeQuery(query)) {
        row.next();
        Map<String, Size> sizes = read(row.getString(1));
        assertThat(sizes).containsOnlyKeys("public.t", "s.p", "s.p1");
        assertThat(sizes.get("public.t").rows()).isEqualTo(1000);
        assertThat(sizes.get("public.t").bytes()).isBetween(36_864L, 100_000L);
        assertThat(sizes.get("public.t").indexBytes()).isPositive();
        assertThat(sizes.get("s.p")).isEqualTo(sizes.get("s.p1"));
      }
    }
  }

  @Test
  void theConfigurationNamesTheFileAndTheScales() throws Exception {
    write("sizes.json", "{\"tables\": [{\"table\": \"public.t\", \"bytes\": 3000000}]}");
    Statistics told = statistics("stats:\n  file: sizes.json\n  small: 2MB\n  large: 3 GB\n  scan: 100MB\n");
    assertThat(told.sizes()).containsOnlyKeys("public.t");
    assertThat(told.thresholds()).isEqualTo(new Statistics.Thresholds(2L << 20, 3L << 30));
    assertThat(told.speed().scan()).isEqualTo(100L << 20);
    assertThat(statistics("stats: sizes.json\n").thresholds()).isEqualTo(Statistics.Thresholds.DEFAULT);
    assertThat(statistics("preset: strict\n")).isEqualTo(Statistics.NONE);
    assertThatThrownBy(() -> statistics("stats: {small: lots}\n")).hasMessageContaining("expected a size such as 16MB");
    assertThatThrownBy(() -> statistics("stats: {small: 2GB}\n")).hasMessageContaining("`small` is less than `large`");
    assertThatThrownBy(() -> statistics("stats: {fiel: a}\n")).hasMessageContaining("did you mean");
  }

  private Statistics statistics(String yaml) throws Exception {
    return new ConfigurationReader(write("ddlint.yaml", yaml), RuleIndex.load()).read().settings().statistics();
  }
}
