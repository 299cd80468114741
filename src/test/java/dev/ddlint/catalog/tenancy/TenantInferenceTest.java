package dev.ddlint.catalog.tenancy;

import static dev.ddlint.catalog.tenancy.ScopeClass.DIRECT;
import static dev.ddlint.catalog.tenancy.ScopeClass.INDIRECT;
import static dev.ddlint.catalog.tenancy.ScopeClass.OPTIONAL_PATH;
import static dev.ddlint.catalog.tenancy.ScopeClass.ROOT;
import static dev.ddlint.catalog.tenancy.ScopeClass.SHARED;
import static dev.ddlint.catalog.tenancy.ScopeClass.UNSCOPED;
import static dev.ddlint.catalog.tenancy.ScopeClass.UPPER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantInferenceTest {
  private static final String TEAMS = """
      CREATE TABLE teams (id uuid PRIMARY KEY);
      CREATE TABLE invoices (id uuid PRIMARY KEY, team_id uuid NOT NULL REFERENCES teams);
      CREATE TABLE products (id uuid PRIMARY KEY, team_id uuid NOT NULL REFERENCES teams);
      CREATE TABLE hooks (id uuid PRIMARY KEY, team_id uuid NOT NULL REFERENCES teams);
      """;

  private static Optional<TenantModel> infer(Catalog catalog) {
    return TenantInference.infer(catalog, TenancySettings.INFERRED);
  }

  private static TenantModel teamsAnd(String sql) {
    return infer(Histories.sql(TEAMS + sql)).orElseThrow();
  }

  private static ScopeClass kind(String sql, String table) {
    Catalog catalog = Histories.sql(TEAMS + sql);
    return kinds(catalog, infer(catalog).orElseThrow()).get(table);
  }

  private static Map<String, ScopeClass> kinds(Catalog catalog, TenantModel model) {
    Map<String, ScopeClass> kinds = new LinkedHashMap<>();
    model.scopes().forEach((id, scope) -> kinds.put(catalog.table(id).orElseThrow().name(), scope.kind()));
    return kinds;
  }

  @Test
  void findsTheRootAndItsKey() {
    Catalog catalog = Histories.sql(TEAMS);
    TenantModel model = infer(catalog).orElseThrow();
    assertThat(model.root().flatMap(catalog::table).map(Table::name)).contains("teams");
    assertThat(model.rootKey().map(Column::name)).contains("id");
    assertThat(model.key()).isEqualTo("team_id");
    assertThat(model.mode()).isEqualTo(TenancyMode.DISCRIMINATOR);
    assertThat(kinds(catalog, model)).containsExactly(Map.entry("teams", ROOT), Map.entry("invoices", DIRECT),
        Map.entry("products", DIRECT), Map.entry("hooks", DIRECT));
  }

  @Test
  void everyTableHasAReason() {
    TenantModel model = teamsAnd("CREATE TABLE lines (invoice_id uuid NOT NULL REFERENCES invoices);");
    assertThat(model.scopes().values()).extracting(TenantModel.Scope::reason).containsExactly(
        "has a row for each tenant", "holds `team_id`", "holds `team_id`", "holds `team_id`",
        "is reached by `invoice_id` to `invoices`, which is required");
  }

  // ---- roots

  @ParameterizedTest
  @CsvSource({"Tenant, tenantId", "\"Organization\", organizationId", "organisations, organisation_id",
      "workspace, workspace_id", "companies, company_id", "app_projects, project_id", "\"Team\", teamID",
      "agencies, agency_id", "tenant_records, tenant_id"})
  void knowsWhatPeopleCallATenant(String table, String key) {
    String sql = "CREATE TABLE %1$s (id int PRIMARY KEY); CREATE TABLE a (\"%2$s\" int REFERENCES %1$s);"
        + "CREATE TABLE b (\"%2$s\" int REFERENCES %1$s); CREATE TABLE c (\"%2$s\" int REFERENCES %1$s);";
    assertThat(infer(Histories.sql(sql.formatted(table, key)))).map(TenantModel::key).contains(key);
  }

  @Test
  void keepsAllSpellingsOfTheKeyAndNoOtherRole() {
    TenantModel model = teamsAnd("CREATE TABLE a (\"teamId\" uuid); CREATE TABLE b (\"teamID\" uuid);"
        + "CREATE TABLE c (\"ownerTeamId\" uuid REFERENCES teams, team_ids uuid[]);");
    assertThat(model.key()).isEqualTo("team_id");
    assertThat(model.keys()).containsExactly("teamID", "teamId", "team_id");
  }

  @Test
  void withoutForeignKeysNamesAndTypesTell() {
    Catalog catalog = Histories.sql("CREATE TABLE website (website_id uuid PRIMARY KEY, name text);"
        + "CREATE TABLE session (session_id uuid PRIMARY KEY, website_id uuid NOT NULL);"
        + "CREATE TABLE event (website_id uuid NOT NULL); CREATE TABLE revenue (website_id uuid NOT NULL);"
        + "CREATE TABLE session_data (session_id uuid NOT NULL); CREATE TABLE log (website_id integer);");
    assertThat(kinds(catalog, infer(catalog).orElseThrow())).containsEntry("website", ROOT)
        .containsEntry("event", DIRECT).containsEntry("session_data", INDIRECT).containsEntry("log", DIRECT);
    assertThat(infer(Histories.sql("CREATE TABLE website (id uuid PRIMARY KEY); CREATE TABLE a (website_id int);"
        + "CREATE TABLE b (website_id int); CREATE TABLE c (website_id int); CREATE TABLE d (x int);"
        + "CREATE TABLE e (x int); CREATE TABLE f (x int);"))).isEmpty();
  }

  /** Ghostfolio's Account is a bank account, which three of its nineteen tables refer to. */
  @Test
  void aBankAccountIsNoTenant() {
    StringBuilder sql = new StringBuilder("CREATE TABLE \"User\" (id text PRIMARY KEY);"
        + "CREATE TABLE \"Account\" (id text PRIMARY KEY, \"userId\" text NOT NULL REFERENCES \"User\");");
    for (String table : new String[]{"AccountBalance", "Order", "Transfer"}) {
      sql.append("CREATE TABLE \"" + table + "\" (\"accountId\" text REFERENCES \"Account\");");
    }
    for (int i = 0; i < 14; i++) {
      sql.append("CREATE TABLE t" + i + " (id int);");
    }
    assertThat(infer(Histories.sql(sql.toString()))).isEmpty();
  }

  @Test
  void aLoginAccountIsNoTenant() {
    String login = "CREATE TABLE \"Account\" (id text PRIMARY KEY, provider text, \"providerAccountId\" text);";
    String others = "CREATE TABLE a (x text REFERENCES \"Account\"); CREATE TABLE b (x text REFERENCES \"Account\");"
        + "CREATE TABLE c (x text REFERENCES \"Account\");";
    assertThat(infer(Histories.sql(login + others))).isEmpty();
    assertThat(infer(Histories.sql(login.replace("provider text, ", "") + others))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"user_teams", "team_members", "team_roles"})
  void aJoinIsNoTenant(String table) {
    assertThat(infer(Histories.sql("CREATE TABLE " + table + " (id int PRIMARY KEY);"
        + "CREATE TABLE a (m int REFERENCES " + table + "); CREATE TABLE b (m int REFERENCES " + table + ");"
        + "CREATE TABLE c (m int REFERENCES " + table + ");"))).isEmpty();
  }

  @Test
  void aPartOfATenantIsNoTenant() {
    TenantModel model = infer(Histories.sql("CREATE TABLE project (id int PRIMARY KEY);"
        + "CREATE TABLE project_version (id int PRIMARY KEY, project_id int NOT NULL REFERENCES project);"
        + "CREATE TABLE a (project_id int REFERENCES project, v int REFERENCES project_version);"
        + "CREATE TABLE b (project_id int REFERENCES project, v int REFERENCES project_version);"
        + "CREATE TABLE c (v int REFERENCES project_version); CREATE TABLE d (v int REFERENCES project_version);"))
        .orElseThrow();
    assertThat(model.key()).isEqualTo("project_id");
  }

  @Test
  void fewReferencesAreNoTenant() {
    String two = "CREATE TABLE projects (id int PRIMARY KEY); CREATE TABLE a (project_id int REFERENCES projects);"
        + "CREATE TABLE b (project_id int REFERENCES projects);";
    assertThat(infer(Histories.sql(two))).isEmpty();
    assertThat(infer(Histories.sql(two.replace("project", "tenant")))).isPresent();
  }

  @Test
  void aKeyWhoseTableIsElsewhereIsFoundByItsName() {
    TenantModel model = infer(Histories.sql("CREATE TABLE flows (tenant_id text); CREATE TABLE runs (tenant_id text);"
        + "CREATE TABLE logs (tenant_id text); CREATE TABLE queues (id int);")).orElseThrow();
    assertThat(model.root()).isEmpty();
    assertThat(model.key()).isEqualTo("tenant_id");
    assertThat(infer(Histories.sql("CREATE TABLE a (namespace text); CREATE TABLE b (namespace text);"
        + "CREATE TABLE c (namespace text); CREATE TABLE d (x int); CREATE TABLE e (x int);"))).isPresent();
    assertThat(infer(Histories.sql("CREATE TABLE a (namespace text); CREATE TABLE b (namespace text);"
        + "CREATE TABLE c (namespace text); CREATE TABLE d (x int); CREATE TABLE e (x int);"
        + "CREATE TABLE f (x int); CREATE TABLE g (x int);"))).isEmpty();
  }

  // ---- levels

  @Test
  void whatStandsAboveTheTenantIsNoGap() {
    Catalog catalog = Histories.sql("CREATE TABLE organizations (id int PRIMARY KEY);"
        + "CREATE TABLE projects (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations);"
        + "CREATE TABLE members (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations);"
        + "CREATE TABLE badges (member_id int NOT NULL REFERENCES members);"
        + "CREATE TABLE a (project_id int NOT NULL REFERENCES projects);"
        + "CREATE TABLE b (project_id int NOT NULL REFERENCES projects);"
        + "CREATE TABLE c (project_id int NOT NULL REFERENCES projects);");
    assertThat(kinds(catalog, infer(catalog).orElseThrow())).containsEntry("projects", ROOT)
        .containsEntry("organizations", UPPER).containsEntry("members", UPPER).containsEntry("badges", UPPER);
  }

  @Test
  void ofTwoWithOneScoreTheUpperIsTheTenant() {
    TenantModel model = infer(Histories.sql("CREATE TABLE organisations (id int PRIMARY KEY);"
        + "CREATE TABLE teams (id int PRIMARY KEY, organisation_id int NOT NULL REFERENCES organisations);"
        + "CREATE TABLE a (organisation_id int REFERENCES organisations, team_id int REFERENCES teams);"
        + "CREATE TABLE b (organisation_id int REFERENCES organisations, team_id int REFERENCES teams);"
        + "CREATE TABLE c (team_id int REFERENCES teams);")).orElseThrow();
    assertThat(model.key()).isEqualTo("organisation_id");
  }

  // ---- classes

  @Test
  void followsRequiredForeignKeysOnly() {
    String sql = "CREATE TABLE lines (id int PRIMARY KEY, invoice_id uuid NOT NULL REFERENCES invoices);"
        + "CREATE TABLE discounts (line_id int NOT NULL REFERENCES lines);"
        + "CREATE TABLE notes (invoice_id uuid REFERENCES invoices);"
        + "CREATE TABLE owned (owner_team_id uuid NOT NULL REFERENCES teams);";
    assertThat(kind(sql, "lines")).isEqualTo(INDIRECT);
    assertThat(kind(sql, "discounts")).isEqualTo(INDIRECT);
    assertThat(kind(sql, "notes")).isEqualTo(OPTIONAL_PATH);
    assertThat(kind(sql, "owned")).isEqualTo(INDIRECT);
  }

  @Test
  void aFamilyThatLeadsNowhereIsUnscoped() {
    String sql = "CREATE TABLE webhooks (id int PRIMARY KEY);"
        + "CREATE TABLE deliveries (webhook_id int NOT NULL REFERENCES webhooks);";
    assertThat(kind(sql, "webhooks")).isEqualTo(UNSCOPED);
    assertThat(kind(sql, "deliveries")).isEqualTo(UNSCOPED);
  }

  @Test
  void whatGoesWithASharedRowIsSharedToo() {
    String sql = "CREATE TABLE units (id int PRIMARY KEY);"
        + "CREATE TABLE priced (unit_id int REFERENCES units, invoice_id uuid NOT NULL REFERENCES invoices);"
        + "CREATE TABLE names (id int PRIMARY KEY, unit_id int NOT NULL REFERENCES units ON DELETE CASCADE);"
        + "CREATE TABLE spellings (name_id int NOT NULL REFERENCES names ON DELETE CASCADE);"
        + "CREATE TABLE weighed (unit_id int NOT NULL REFERENCES units);"
        + "CREATE TABLE webhooks (id int PRIMARY KEY);"
        + "CREATE TABLE calls (webhook_id int NOT NULL REFERENCES webhooks,"
        + " unit_id int NOT NULL REFERENCES units ON DELETE CASCADE);";
    assertThat(kind(sql, "names")).isEqualTo(SHARED);
    assertThat(kind(sql, "spellings")).isEqualTo(SHARED);
    assertThat(kind(sql, "weighed")).as("it only uses the list").isEqualTo(UNSCOPED);
    assertThat(kind(sql, "calls")).as("it leads elsewhere too").isEqualTo(UNSCOPED);
  }

  @Test
  void theLoginAndWhatUsersOwnIsShared() {
    String sql = "CREATE TABLE users (id int PRIMARY KEY); CREATE TABLE sessions (user_id int REFERENCES users);"
        + "CREATE TABLE verification_tokens (token text); CREATE TABLE jackson_store (key text);"
        + "CREATE TABLE avatars (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users);"
        + "CREATE TABLE crops (avatar_id int NOT NULL REFERENCES avatars);";
    for (String table : new String[]{"users", "sessions", "verification_tokens", "jackson_store", "avatars",
        "crops"}) {
      assertThat(kind(sql, table)).as(table).isEqualTo(SHARED);
    }
  }

  @Test
  void listsAndIslandsAndMachineryAreShared() {
    String sql = "CREATE TABLE units (id int PRIMARY KEY); CREATE TABLE island (id int);"
        + "CREATE TABLE priced (unit_id int REFERENCES units, invoice_id uuid NOT NULL REFERENCES invoices);"
        + "CREATE TABLE rate_limits (id int, x int REFERENCES other); CREATE TABLE cron_jobs (x int REFERENCES other);"
        + "CREATE TABLE plans (id int PRIMARY KEY, x int REFERENCES other);";
    for (String table : new String[]{"units", "island", "rate_limits", "cron_jobs", "plans"}) {
      assertThat(kind(sql, table)).as(table).isEqualTo(SHARED);
    }
  }

  @Test
  void partitionsFollowTheirParent() {
    String sql = "CREATE TABLE events (team_id uuid NOT NULL, at date) PARTITION BY RANGE (at);"
        + "CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');";
    assertThat(kind(sql, "events_1")).isEqualTo(DIRECT);
  }

  @Test
  void aKeyAddedInStepsIsAKey() {
    Catalog catalog = Histories.sql(TEAMS + "CREATE TABLE posts (id int PRIMARY KEY);",
        "ALTER TABLE posts ADD COLUMN team_id uuid REFERENCES teams;",
        "UPDATE posts SET team_id = (SELECT id FROM teams LIMIT 1);",
        "ALTER TABLE posts ALTER COLUMN team_id SET NOT NULL;");
    Table posts = catalog.table("public", "posts").orElseThrow();
    TenantModel.Scope scope = infer(catalog).orElseThrow().scope(posts).orElseThrow();
    assertThat(scope.kind()).isEqualTo(DIRECT);
    assertThat(scope.key()).map(Column::notNull).contains(true);
  }

  // ---- modes and configuration

  private static TenancySettings settings(String root, String key, Set<String> shared, TenancyMode mode) {
    return new TenancySettings(Optional.of(root).filter(r -> !r.isEmpty()), Optional.of(key).filter(k -> !k.isEmpty()),
        shared, Optional.of(mode));
  }

  @Test
  void policiesShowRowSecurity() {
    assertThat(teamsAnd("ALTER TABLE hooks ENABLE ROW LEVEL SECURITY;").mode()).isEqualTo(TenancyMode.ROW_SECURITY);
  }

  @ParameterizedTest
  @CsvSource({"NONE, false", "SCHEMA_PER_TENANT, false", "CITUS, true", "ROW_SECURITY, true"})
  void theConfiguredModeWins(TenancyMode mode, boolean found) {
    Optional<TenantModel> model = TenantInference.infer(Histories.sql(TEAMS), settings("", "", Set.of(), mode));
    assertThat(model.isPresent()).isEqualTo(found);
    model.ifPresent(m -> assertThat(m.mode()).isEqualTo(mode));
  }

  @Test
  void theConfiguredTablesWin() {
    Catalog catalog = Histories.sql("CREATE TABLE crews (id int PRIMARY KEY);"
        + "CREATE TABLE a (crew_id int REFERENCES crews); CREATE TABLE b (crew int REFERENCES crews);"
        + "CREATE TABLE c (boat int); CREATE TABLE d (crew_id int);");
    assertThat(infer(catalog)).isEmpty();
    TenantModel byRoot = TenantInference.infer(catalog,
        settings("Crew", "", Set.of("public.d"), TenancyMode.DISCRIMINATOR)).orElseThrow();
    assertThat(kinds(catalog, byRoot)).containsEntry("crews", ROOT).containsEntry("a", DIRECT)
        .containsEntry("d", SHARED);
    TenantModel byKey = TenantInference.infer(catalog,
        settings("", "boat", Set.of(), TenancyMode.DISCRIMINATOR)).orElseThrow();
    assertThat(byKey.root()).isEmpty();
    assertThat(kinds(catalog, byKey)).containsEntry("c", DIRECT);
    TenantModel both = TenantInference.infer(catalog,
        settings("crews", "crew", Set.of(), TenancyMode.DISCRIMINATOR)).orElseThrow();
    assertThat(kinds(catalog, both)).containsEntry("crews", ROOT).containsEntry("b", DIRECT);
  }

  @Test
  void aConfiguredKeyBringsTheRootThatItLeadsTo() {
    Catalog catalog = Histories.sql("CREATE TABLE crews (id int PRIMARY KEY);"
        + "CREATE TABLE a (boat int REFERENCES crews); CREATE TABLE b (boat int REFERENCES crews);");
    TenantModel model = TenantInference.infer(catalog, settings("", "boat", Set.of(), TenancyMode.DISCRIMINATOR))
        .orElseThrow();
    assertThat(model.root().flatMap(catalog::table).map(Table::name)).contains("crews");
  }
}
