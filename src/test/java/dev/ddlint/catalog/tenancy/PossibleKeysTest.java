package dev.ddlint.catalog.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Table;
import dev.ddlint.text.SourceReader;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PossibleKeysTest {
  private static final String TEAMS = """
      CREATE TABLE teams (id uuid PRIMARY KEY);
      CREATE TABLE invoices (id uuid PRIMARY KEY, owner uuid NOT NULL REFERENCES teams, author_id uuid);
      CREATE TABLE notes (id uuid PRIMARY KEY, text text);
      """;

  @Test
  void aKeyHasATenantsWordOrLeadsToATenant() {
    PossibleKeys keys = new PossibleKeys(Histories.sql(TEAMS), TenancySettings.INFERRED);
    assertThat(List.of("team_id", "organizationId", "my_team_id", "owner")).allMatch(keys::has);
    assertThat(List.of("id", "author_id", "text", "")).noneMatch(keys::has);
  }

  @Test
  void aTableIsAskedAsItIsInTheCatalog() {
    Catalog catalog = Histories.sql(TEAMS);
    PossibleKeys keys = new PossibleKeys(catalog, TenancySettings.INFERRED);
    assertThat(Histories.tables(catalog).stream().filter(keys::hasOneOf).map(Table::name)).containsExactly("invoices");
  }

  @Test
  void whatIsConfiguredCounts() {
    Catalog catalog = Histories.sql(TEAMS);
    PossibleKeys byKey = new PossibleKeys(catalog,
        new TenancySettings(Optional.empty(), Optional.of("author_id"), Set.of(), Optional.empty()));
    assertThat(List.of("author_id", "authorId")).allMatch(byKey::has);
    assertThat(List.of("team_id", "owner")).noneMatch(byKey::has);
    PossibleKeys byRoot = new PossibleKeys(catalog,
        new TenancySettings(Optional.of("notes"), Optional.empty(), Set.of(), Optional.empty()));
    assertThat(List.of("note_id", "author_id", "owner")).allMatch(byRoot::has);
  }

  /** The keys of real schemas, through the years: all that the inference finds is possible. */
  @ParameterizedTest
  @ValueSource(strings = {"hatchet-dev+hatchet/cmd/hatchet-migrate/migrate/migrations",
      "triggerdotdev+trigger.dev/internal-packages/database/prisma/migrations",
      "openmeterio+openmeter/tools/migrate/migrations", "simstudioai+sim/packages/db/migrations",
      "usebasejump+basejump/supabase/migrations", "boxyhq+saas-starter-kit/prisma/migrations",
      "hoppscotch+hoppscotch/packages/hoppscotch-backend/prisma/migrations",
      "umami-software+umami/prisma/migrations", "nextjs+saas-starter/lib/db/migrations",
      "concourse+concourse/atc/db/migration/migrations",
      "kestra-io+kestra/jdbc-postgres/src/main/resources/migrations/postgres",
      "supabase+auth/migrations"})
  void whatIsInferredIsPossible(String history) throws SourceReader.Unreadable {
    assumeTrue(Files.isDirectory(Histories.corpus()), "no corpus at ddlint.corpus");
    for (Catalog catalog : Histories.every(history, 10)) {
      PossibleKeys keys = new PossibleKeys(catalog, TenancySettings.INFERRED);
      TenantInference.infer(catalog, TenancySettings.INFERRED).ifPresent(model -> {
        assertThat(model.scopes().values().stream().flatMap(scope -> scope.key().stream())).allMatch(
            column -> keys.has(column.name()));
        assertThat(Histories.tables(catalog)).filteredOn(table -> model.is(table, ScopeClass.DIRECT))
            .allMatch(keys::hasOneOf);
      });
    }
  }
}
