package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.Configuration.Tenancy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is configured of tenants reaches the rules, and the rules make way for one another. */
class TenancyTest {
  private static final String SCHEMA = """
      CREATE TABLE teams (id bigint PRIMARY KEY);
      CREATE TABLE projects (id bigint PRIMARY KEY, team_id bigint NOT NULL REFERENCES teams (id));
      CREATE TABLE documents (id bigint PRIMARY KEY, team_id bigint NOT NULL REFERENCES teams (id));
      CREATE TABLE invoices (id bigint PRIMARY KEY, team_id bigint NOT NULL REFERENCES teams (id));
      CREATE INDEX ON projects (team_id);
      CREATE INDEX ON documents (team_id);
      """;

  @TempDir
  private Path folder;

  private List<String> lint(Optional<String> root, List<String> shared, Optional<String> mode) {
    Configuration configuration = Configuration.DEFAULT.with(new Tenancy(root, Optional.empty(), shared, mode));
    return Bench.brief(new Bench(folder).file("001_init.sql", SCHEMA).lint(configuration, "001_init.sql"));
  }

  @Test
  void theIndexOfTheTenantIsAskedForOnce() {
    assertThat(lint(Optional.empty(), List.of(), Optional.empty()))
        .containsExactly("001_init.sql:4 tenant-index-missing");
  }

  @Test
  void withoutTenantsTheForeignKeyAsksForIt() {
    List<String> plain = List.of("001_init.sql:4 missing-foreign-key-index");
    assertThat(lint(Optional.empty(), List.of(), Optional.of("none"))).isEqualTo(plain);
    assertThat(lint(Optional.empty(), List.of(), Optional.of("schema-per-tenant"))).isEqualTo(plain);
    assertThat(lint(Optional.empty(), List.of("invoices"), Optional.empty())).isEqualTo(plain);
    assertThat(lint(Optional.of("documents"), List.of(), Optional.empty())).contains(plain.get(0));
  }
}
