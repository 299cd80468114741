package dev.ddlint.rule.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.Histories;
import dev.ddlint.catalog.tenancy.ScopeClass;
import dev.ddlint.catalog.tenancy.TenantModel;
import dev.ddlint.rule.Schema;
import dev.ddlint.text.SourceReader;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real schemas. Of several levels in the manifest one is the key; the others are seen as levels. The lists are exact: a
 * change of the inference shows what it does to them.
 */
class TenancyCorpusTest {
  private static final String HATCHET = "hatchet-dev+hatchet/cmd/hatchet-migrate/migrate/migrations";
  private static final String TRIGGER = "triggerdotdev+trigger.dev/internal-packages/database/prisma/migrations";
  private static final String TRIGGER_PRISMA = "triggerdotdev+trigger.dev/internal-packages/database/prisma/"
      + "schema.prisma";
  private static final String RUN_OPS_PRISMA = "triggerdotdev+trigger.dev/internal-packages/run-ops-database/prisma/"
      + "schema.prisma";
  private static final String OPENMETER = "openmeterio+openmeter/tools/migrate/migrations";
  private static final String SIM = "simstudioai+sim/packages/db/migrations";
  private static final String BASEJUMP = "usebasejump+basejump/supabase/migrations";
  private static final String BOXY = "boxyhq+saas-starter-kit/prisma/migrations";
  private static final String BOXY_PRISMA = "boxyhq+saas-starter-kit/prisma/schema.prisma";
  private static final String HOPPSCOTCH = "hoppscotch+hoppscotch/packages/hoppscotch-backend/prisma/migrations";
  private static final String HOPPSCOTCH_PRISMA = "hoppscotch+hoppscotch/packages/hoppscotch-backend/prisma/"
      + "schema.prisma";
  private static final String UMAMI = "umami-software+umami/prisma/migrations";
  private static final String UMAMI_PRISMA = "umami-software+umami/prisma/schema.prisma";
  private static final String NEXTJS = "nextjs+saas-starter/lib/db/migrations";
  private static final String CONCOURSE = "concourse+concourse/atc/db/migration/migrations";
  private static final String KESTRA = "kestra-io+kestra/jdbc-postgres/src/main/resources/migrations/postgres";
  private static final String TEMPORAL = "temporalio+temporal/schema/postgresql/v12/temporal/schema.sql";
  private static final String SUPABASE = "supabase+auth/migrations";
  private static final String NONE = "none";

  @BeforeAll
  static void corpus() {
    assumeTrue(Files.isDirectory(Histories.corpus()), "no corpus at ddlint.corpus");
  }

  private static Schema schema(String path) throws SourceReader.Unreadable {
    return path.endsWith(".prisma")
        ? Recorded.schema(Histories.prismaFile(path))
        : Recorded.schema(Histories.project(path));
  }

  @ParameterizedTest
  @CsvSource({HATCHET + ", Tenant, tenant_id, tenantId tenant_id",
      TRIGGER + ", Project, projectId, projectId project_id",
      TRIGGER_PRISMA + ", Project, projectId, projectId project_id",
      RUN_OPS_PRISMA + ", none, projectId, projectId", OPENMETER + ", none, namespace, namespace",
      SIM + ", workspace, workspace_id, workspace_id", BASEJUMP + ", accounts, account_id, account_id",
      BOXY + ", Team, teamId, teamId", BOXY_PRISMA + ", Team, teamId, teamId",
      HOPPSCOTCH + ", Team, teamID, teamID", HOPPSCOTCH_PRISMA + ", Team, teamID, teamID",
      UMAMI + ", website, website_id, website_id", UMAMI_PRISMA + ", website, website_id, website_id",
      NEXTJS + ", teams, team_id, team_id", CONCOURSE + ", teams, team_id, team_id",
      KESTRA + ", none, tenant_id, tenant_id",
      SUPABASE + ", instances, instance_id, instance_id", TEMPORAL + ", namespaces, namespace_id, namespace_id"})
  void findsTheTenant(String path, String root, String key, String keys) throws SourceReader.Unreadable {
    Schema schema = schema(path);
    TenantModel model = schema.tenancy().orElseThrow();
    assertThat(TenantPlaces.root(schema, model).map(Table::name).orElse(NONE)).isEqualTo(root);
    assertThat(model.key()).isEqualTo(key);
    assertThat(model.keys()).containsExactly(keys.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rust-lang+crates.io/migrations", "authelia+authelia/internal/storage/migrations/postgres",
      "epicweb-dev+epic-stack/prisma/schema.prisma", "temporalio+temporal/schema/postgresql/v12/visibility/schema.sql"})
  void findsNone(String path) throws SourceReader.Unreadable {
    assertThat(schema(path).tenancy()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({HATCHET + ", DIRECT=90 INDIRECT=18 OPTIONAL_PATH=1 ROOT=1",
      TRIGGER_PRISMA + ", DIRECT=40 INDIRECT=21 OPTIONAL_PATH=1 UPPER=7 ROOT=1 SHARED=15",
      SIM + ", DIRECT=43 INDIRECT=38 UPPER=10 ROOT=1 SHARED=20", BASEJUMP + ", DIRECT=4 ROOT=1 SHARED=1",
      BOXY_PRISMA + ", DIRECT=3 ROOT=1 SHARED=11", HOPPSCOTCH_PRISMA + ", DIRECT=5 UPPER=4 ROOT=1 SHARED=13",
      UMAMI_PRISMA + ", DIRECT=9 UPPER=5 ROOT=1 SHARED=2", NEXTJS + ", DIRECT=3 ROOT=1 SHARED=1",
      CONCOURSE + ", DIRECT=5 INDIRECT=15 OPTIONAL_PATH=2 ROOT=1 SHARED=22",
      KESTRA + ", DIRECT=9 INDIRECT=1 SHARED=8", SUPABASE + ", DIRECT=3 INDIRECT=8 ROOT=1 SHARED=11",
      TEMPORAL + ", DIRECT=13 ROOT=1 SHARED=23"})
  void classesOfTables(String path, String expected) throws SourceReader.Unreadable {
    Map<ScopeClass, Integer> counts = new TreeMap<>();
    schema(path).tenancy().orElseThrow().scopes().values()
        .forEach(scope -> counts.merge(scope.kind(), 1, Integer::sum));
    // How many tables hatchet shares depends on how much of its functions' bodies the fold takes for tables.
    counts.keySet().removeIf(kind -> path.equals(HATCHET) && kind == ScopeClass.SHARED);
    assertThat(counts).hasToString("{" + expected.replace(" ", ", ") + "}");
  }

  @ParameterizedTest
  @CsvSource({HATCHET + ",", TRIGGER + ",", TRIGGER_PRISMA + ",", RUN_OPS_PRISMA + ",", OPENMETER + ",", SIM + ",",
      BASEJUMP + ",", BOXY + ",", BOXY_PRISMA + ",", HOPPSCOTCH + ",", HOPPSCOTCH_PRISMA + ",", UMAMI + ",",
      UMAMI_PRISMA + ",", NEXTJS + ",", CONCOURSE + ",", KESTRA + ",", TEMPORAL + ","})
  void tablesWithoutTenant(String path, String tables) throws SourceReader.Unreadable {
    assertTables(path, tables, Recorded.tables(new TenantColumnMissing(), schema(path)));
  }

  @ParameterizedTest
  @CsvSource({
      HATCHET
          + ", TenantInviteLink APIToken TenantAlertEmailGroup TenantResourceLimitAlert WebhookWorker EventKey "
          + "v1_match v1_operator",
      TRIGGER_PRISMA + ", TaskRunCheckpoint TaskRunWaitpoint WorkerInstance WorkerInstanceGroup BulkActionGroup "
          + "PlatformNotification ErrorGroupState",
      RUN_OPS_PRISMA + ", TaskRunCheckpoint", OPENMETER + ",",
      SIM + ", pending_credential_draft pinned_item upload_session",
      BASEJUMP + ", basejump.invitations basejump.billing_customers basejump.billing_subscriptions", BOXY + ",",
      BOXY_PRISMA + ",", HOPPSCOTCH + ", TeamEnvironment", HOPPSCOTCH_PRISMA + ", TeamEnvironment", UMAMI + ",",
      UMAMI_PRISMA + ",", NEXTJS + ", activity_logs invitations team_members", CONCOURSE + ",", KESTRA + ",",
      TEMPORAL + ","})
  void tablesThatCannotBeSearchedByTenant(String path, String tables) throws SourceReader.Unreadable {
    assertTables(path, tables, Recorded.tables(new TenantIndexMissing(), schema(path)));
  }

  private static void assertTables(String path, String expected, List<String> found) {
    assertThat(found).as(path)
        .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split(" ")));
  }
}
