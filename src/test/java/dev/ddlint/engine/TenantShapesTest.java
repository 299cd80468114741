package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.finding.Finding;
import dev.ddlint.rule.Category;
import dev.ddlint.rule.RuleIndex;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shapes in which well-known projects keep tenants apart, cut down: what the rules about tenants say of each. */
class TenantShapesTest {
  private static final RuleIndex RULES = RuleIndex.load();

  @TempDir
  private Path folder;

  private static String model(String name, String... lines) {
    return "model " + name + " {\n  id String @id\n  " + String.join("\n  ", lines) + "\n}\n";
  }

  private List<String> prisma(String schema) {
    return said(new Bench(folder).file("schema.prisma", schema), "schema.prisma");
  }

  private List<String> sql(String... migrations) {
    Bench bench = new Bench(folder);
    for (int i = 0; i < migrations.length; i++) {
      bench.file("00" + (i + 1) + "_step.sql", migrations[i]);
    }
    return said(bench, ".");
  }

  private static List<String> said(Bench bench, String path) {
    return bench.lint(Configuration.DEFAULT, path).findings().stream()
        .filter(finding -> RULES.byId(finding.rule()).orElseThrow().category() == Category.TENANCY)
        .map(finding -> finding.level().word() + " " + finding.rule() + " " + finding.object().name()).toList();
  }

  /** A document that may belong to another tenant's chatbot, and an index that another begins with. */
  @Test
  void aDocumentOfAnothersChatbot() {
    assertThat(prisma(model("Tenant", "chatbots Chatbot[]", "documents Document[]")
        + model("Chatbot", "tenantId String", "tenant Tenant @relation(fields: [tenantId], references: [id])",
            "documents Document[]", "@@index([tenantId])")
        + model("Document", "chatbotId String", "tenantId String",
            "chatbot Chatbot @relation(fields: [chatbotId], references: [id])",
            "tenant Tenant @relation(fields: [tenantId], references: [id])", "@@index([tenantId])",
            "@@index([chatbotId, tenantId])")))
        .containsExactly("note cross-tenant-reference public.Document.Document_chatbotId_fkey");
  }

  /** Composite foreign keys everywhere but in one place. */
  @Test
  void theOneForeignKeyThatWasForgotten() {
    String workspace = "workspace Workspace @relation(fields: [workspaceId], references: [id])";
    assertThat(prisma(model("Workspace", "a Workflow[]", "b WorkflowVersion[]", "c WorkflowRun[]")
        + model("Workflow", "workspaceId String", workspace, "versions WorkflowVersion[]",
            "@@unique([id, workspaceId])", "@@index([workspaceId])")
        + model("WorkflowVersion", "workspaceId String", "workflowId String", workspace,
            "workflow Workflow @relation(fields: [workflowId, workspaceId], references: [id, workspaceId])",
            "runs WorkflowRun[]", "@@index([workspaceId])", "@@index([workflowId, workspaceId])")
        + model("WorkflowRun", "workspaceId String", "versionId String", workspace,
            "version WorkflowVersion @relation(fields: [versionId], references: [id])", "@@index([workspaceId])",
            "@@index([versionId])")))
        .containsExactly("warning cross-tenant-reference public.WorkflowRun.WorkflowRun_versionId_fkey");
  }

  private static final String LOOSE = """
      CREATE TABLE tenants (id bigint PRIMARY KEY);
      CREATE TABLE notes (id bigint PRIMARY KEY, tenant_id bigint NOT NULL REFERENCES tenants);
      CREATE TABLE files (id bigint PRIMARY KEY, tenant_id bigint NOT NULL REFERENCES tenants);
      CREATE UNIQUE INDEX ON notes (tenant_id, id);
      CREATE INDEX ON files (tenant_id);
      """;
  private static final String LINKS = """
      CREATE TABLE links (id bigint PRIMARY KEY, tenant_id bigint NOT NULL REFERENCES tenants,
        note_id bigint NOT NULL REFERENCES notes, file_id bigint NOT NULL REFERENCES files);
      CREATE INDEX ON links (tenant_id);
      CREATE INDEX ON links (note_id);
      CREATE INDEX ON links (file_id);
      """;

  /** Where no foreign key carries the tenant an audit says so once, a unique key for searches or not. */
  @Test
  void noForeignKeyCarriesTheTenant() {
    Bench bench = new Bench(folder).file("001_init.sql", LOOSE + LINKS);
    assertThat(said(bench, ".")).containsExactly("note cross-tenant-reference tenant_id");
    Finding finding = bench.lint(Configuration.DEFAULT, ".").findings().get(0);
    assertThat(finding.headline())
        .isEqualTo("2 foreign keys let a row refer to another tenant's: none of them carries `tenant_id`");
    assertThat(finding.facts().get(0).text()).isEqualTo("the database takes any row of `files` (1), `notes` (1)");
    assertThat(finding.related()).hasSize(1);
  }

  /** A key by which rows are known holds the tenant, and so does what refers to it: no sign of what was meant. */
  @Test
  void aNaturalKeyCarriesTheTenantAnyway() {
    assertThat(sql(LOOSE, LINKS, """
        CREATE TABLE limits (tenant_id bigint NOT NULL REFERENCES tenants, name text, PRIMARY KEY (tenant_id, name));
        CREATE TABLE uses (id bigint PRIMARY KEY, tenant_id bigint NOT NULL, name text NOT NULL,
          FOREIGN KEY (tenant_id, name) REFERENCES limits (tenant_id, name));
        CREATE INDEX ON uses (tenant_id, name);
        """)).containsExactly("note cross-tenant-reference tenant_id");
  }

  /** A table that holds rows of all and rows of one. */
  @Test
  void globalAndOwnRowsInOneTable() {
    String project = "project Project @relation(fields: [projectId], references: [id])";
    assertThat(prisma(model("Project", "a Trace[]", "b Score[]", "c Model[]")
        + model("Trace", "projectId String", project, "@@index([projectId])")
        + model("Score", "projectId String", project, "@@index([projectId])")
        + model("Model", "projectId String?", "project Project? @relation(fields: [projectId], references: [id])",
            "@@index([projectId])")))
        .containsExactly("warning tenant-column-nullable public.Model.projectId");
  }

  /** NULL is a tenant of its own: one finding for all tables. */
  @Test
  void noTenantIsATenant() {
    StringBuilder sql = new StringBuilder("CREATE TABLE tenants (id bigint PRIMARY KEY);\n");
    for (String table : List.of("flows", "runs", "triggers", "dashboards")) {
      sql.append("CREATE TABLE " + table + " (id bigint PRIMARY KEY, tenant_id bigint REFERENCES tenants);\n"
          + "CREATE INDEX ON " + table + " (tenant_id);\n");
    }
    assertThat(sql(sql.toString())).containsExactly("warning tenant-column-nullable public.flows.tenant_id");
    assertThat(sql(sql.toString().replace("dashboards (id bigint PRIMARY KEY, tenant_id bigint",
        "dashboards (id bigint PRIMARY KEY, tenant_id bigint NOT NULL"))).as("three are told one by one").hasSize(3);
  }

  /** Relations without foreign keys, and a bare index on each. */
  @Test
  void relationsWithoutForeignKeys() {
    String project = "project Project @relation(fields: [projectId], references: [id])";
    assertThat(prisma("datasource db {\n  provider = \"postgresql\"\n  relationMode = \"prisma\"\n}\n"
        + model("Project", "a Link[]", "b Tag[]", "c Domain[]")
        + model("Link", "projectId String", project, "@@index(projectId)")
        + model("Tag", "projectId String", project, "@@index(projectId)")
        + model("Domain", "projectId String", project, "@@index(projectId)"))).isEmpty();
  }

  /** Policies that call auth.uid() for each row. */
  @Test
  void rawCallsInPolicies() {
    assertThat(sql("""
        CREATE TABLE accounts (id uuid PRIMARY KEY, owner_id uuid NOT NULL);
        CREATE TABLE account_user (account_id uuid NOT NULL REFERENCES accounts, user_id uuid NOT NULL,
          PRIMARY KEY (account_id, user_id));
        CREATE TABLE invitations (id uuid PRIMARY KEY, account_id uuid NOT NULL REFERENCES accounts);
        CREATE TABLE customers (id uuid PRIMARY KEY, account_id uuid NOT NULL UNIQUE REFERENCES accounts);
        CREATE INDEX ON invitations (account_id);
        ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
        ALTER TABLE account_user ENABLE ROW LEVEL SECURITY;
        ALTER TABLE invitations ENABLE ROW LEVEL SECURITY;
        ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
        CREATE POLICY own ON accounts FOR SELECT TO authenticated USING (owner_id = auth.uid());
        CREATE POLICY mine ON account_user FOR SELECT TO authenticated USING (user_id = (SELECT auth.uid()));
        CREATE POLICY invited ON invitations FOR SELECT TO authenticated USING (has_role(account_id, 'owner'));
        CREATE POLICY billed ON customers FOR SELECT USING (has_role(account_id));
        """)).containsExactly("warning policy-per-row-call public.accounts.own");
  }

  /** Public identifiers are unique for all. */
  @Test
  void publicIdentifiers() {
    String project = "project Project @relation(fields: [projectId], references: [id])";
    assertThat(prisma(model("Project", "a Run[]", "b Batch[]", "c Schedule[]")
        + model("Run", "friendlyId String @unique", "projectId String", project, "@@index([projectId])")
        + model("Batch", "friendlyId String @unique", "projectId String", project, "@@index([projectId])")
        + model("Schedule", "friendlyId String @unique", "projectId String", project, "@@index([projectId])")))
        .isEmpty();
  }

  /** A bank account is no tenant. */
  @Test
  void bankAccounts() {
    StringBuilder schema = new StringBuilder(model("User", "accounts Account[]")
        + model("Account", "userId String", "user User @relation(fields: [userId], references: [id])",
            "a Balance[]", "b Order[]", "c Transfer[]"));
    for (String name : List.of("Balance", "Order", "Transfer")) {
      schema
          .append(model(name, "accountId String", "account Account @relation(fields: [accountId], references: [id])"));
    }
    for (int i = 0; i < 14; i++) {
      schema.append(model("T" + i, "x Int"));
    }
    assertThat(prisma(schema.toString())).isEmpty();
  }

  /** A login beside a team. */
  @Test
  void logins() {
    String user = "user User @relation(fields: [userId], references: [id])";
    String team = "team Team @relation(fields: [teamId], references: [id])";
    assertThat(prisma(model("User", "email String @unique", "a Account[]", "b Session[]", "c TeamMember[]")
        + model("Account", "userId String", "provider String", "providerAccountId String", user,
            "@@unique([provider, providerAccountId])", "@@index([userId])")
        + model("Session", "sessionToken String @unique", "userId String", user, "@@index([userId])")
        + model("VerificationToken", "identifier String", "token String @unique", "@@unique([identifier, token])")
        + model("Team", "slug String @unique", "a TeamMember[]", "b Invitation[]", "c ApiKey[]")
        + model("TeamMember", "teamId String", "userId String", user, team, "@@unique([teamId, userId])",
            "@@index([userId])")
        + model("Invitation", "token String @unique", "email String", "teamId String", team,
            "@@unique([teamId, email])")
        + model("ApiKey", "hashedKey String @unique", "teamId String", team, "@@index([teamId])"))).isEmpty();
  }

  /** A key that is added in steps: the backfill is for all tenants. */
  @Test
  void aKeyInSteps() {
    assertThat(sql("""
        CREATE TABLE teams (id uuid PRIMARY KEY);
        CREATE TABLE members (id uuid PRIMARY KEY, team_id uuid NOT NULL REFERENCES teams);
        CREATE TABLE hooks (id uuid PRIMARY KEY, team_id uuid NOT NULL REFERENCES teams);
        CREATE TABLE files (id uuid PRIMARY KEY, team_id uuid NOT NULL REFERENCES teams);
        CREATE TABLE posts (id uuid PRIMARY KEY, member_id uuid NOT NULL REFERENCES members);
        CREATE INDEX ON members (team_id); CREATE INDEX ON hooks (team_id); CREATE INDEX ON files (team_id);
        """, "ALTER TABLE posts ADD COLUMN team_id uuid REFERENCES teams;",
        "UPDATE posts SET team_id = members.team_id FROM members WHERE members.id = posts.member_id;",
        "ALTER TABLE posts ALTER COLUMN team_id SET NOT NULL; CREATE INDEX ON posts (team_id, member_id);"))
        .containsExactly("note cross-tenant-reference public.posts.posts_member_id_fkey");
  }

  /** A primary key that does not hold the column by which Citus spreads the table. */
  @Test
  void aDistributedTable() {
    assertThat(sql("""
        CREATE TABLE tenants (id bigint PRIMARY KEY);
        CREATE TABLE campaigns (id bigint PRIMARY KEY, tenant_id bigint NOT NULL);
        CREATE TABLE ads (id bigint, tenant_id bigint NOT NULL, campaign_id bigint, PRIMARY KEY (tenant_id, id));
        CREATE INDEX ON campaigns (tenant_id);
        SELECT create_distributed_table('tenants', 'id');
        SELECT create_distributed_table('campaigns', 'tenant_id');
        SELECT create_distributed_table('ads', 'tenant_id');
        """)).containsExactly("error distribution-column-missing public.campaigns.campaigns_pkey");
  }

  /** What a review says of a migration is what it adds: the rest was there. */
  @Test
  void onlyWhatTheChangeAdds() {
    Bench bench = new Bench(folder).file("001_init.sql", """
        CREATE TABLE tenants (id bigint PRIMARY KEY);
        CREATE TABLE notes (id bigint PRIMARY KEY, tenant_id bigint REFERENCES tenants, slug text UNIQUE);
        CREATE TABLE files (id bigint PRIMARY KEY, tenant_id bigint NOT NULL REFERENCES tenants);
        CREATE TABLE hooks (id bigint PRIMARY KEY, tenant_id bigint NOT NULL REFERENCES tenants);
        CREATE INDEX ON hooks (tenant_id);
        """).file("002_change.sql", """
        CREATE TABLE tags (id bigint PRIMARY KEY, tenant_id bigint REFERENCES tenants);
        CREATE INDEX ON tags (tenant_id);
        ALTER TABLE hooks ALTER COLUMN tenant_id DROP NOT NULL;
        """);
    assertThat(said(bench, "002_change.sql")).containsExactlyInAnyOrder(
        "warning tenant-column-nullable public.tags.tenant_id", "error tenant-key-dropped public.hooks.tenant_id");
  }

  private static final String GUARDED = """
      CREATE TABLE tenants (id bigint PRIMARY KEY);
      CREATE TABLE notes (id bigint PRIMARY KEY, tenant_id bigint NOT NULL REFERENCES tenants);
      CREATE TABLE files (id bigint PRIMARY KEY, tenant_id bigint NOT NULL REFERENCES tenants);
      CREATE INDEX ON notes (tenant_id);
      CREATE INDEX ON files (tenant_id);
      ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
      ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
      ALTER TABLE files ENABLE ROW LEVEL SECURITY;
      CREATE POLICY all_of_it ON notes FOR ALL USING (tenant_id = (SELECT current_setting('app.tenant'))::bigint);
      """;

  /** A policy that is written anew stands where that is done. */
  @Test
  void aPolicyIsWhereItWasLastWritten() {
    Bench bench = new Bench(folder).file("001_init.sql", GUARDED).file("002_change.sql",
        "ALTER POLICY all_of_it ON notes\n  USING (true);");
    assertThat(said(bench, "002_change.sql")).containsExactly("warning policy-always-true public.notes.all_of_it");
    assertThat(bench.lint("002_change.sql").findings()).extracting(f -> f.place().text()).contains("true");
  }

  /** Row security without tenants: each row is a user's. */
  @Test
  void rowsOfUsers() {
    assertThat(sql("""
        CREATE TABLE notes (id bigint PRIMARY KEY, owner uuid NOT NULL);
        CREATE TABLE tags (id bigint PRIMARY KEY, note_id bigint NOT NULL REFERENCES notes);
        CREATE INDEX ON tags (note_id);
        ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
        CREATE POLICY own ON notes TO authenticated USING (owner = (SELECT auth.uid())) WITH CHECK (true);
        """)).containsExactly("error row-security-missing public.tags",
        "error policy-check-weaker public.notes.own");
  }

  /** A project that says it has no tenants is believed. */
  @Test
  void noTenantsAsConfigured() {
    Configuration none = Configuration.DEFAULT.with(
        new Configuration.Tenancy(Optional.empty(), Optional.empty(), List.of(), Optional.of("none")));
    Bench bench = new Bench(folder).file("001_init.sql", GUARDED + "CREATE POLICY open ON files USING (true);");
    assertThat(bench.lint(none, ".").findings())
        .noneMatch(finding -> RULES.byId(finding.rule()).orElseThrow().category() == Category.TENANCY);
    assertThat(said(bench, ".")).contains("warning policy-always-true public.files.open");
  }
}
