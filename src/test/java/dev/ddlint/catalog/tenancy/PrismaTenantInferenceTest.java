package dev.ddlint.catalog.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The shapes of well-known Prisma schemas, cut down to what tells of tenants. */
class PrismaTenantInferenceTest {

  private static String model(String name, String... lines) {
    return "model " + name + " {\n  id String @id\n  " + String.join("\n  ", lines) + "\n}\n";
  }

  private static Catalog catalog(String schema) {
    return Histories.prisma(schema).catalog();
  }

  private static List<String> of(Catalog catalog, ScopeClass kind) {
    TenantModel model = TenantInference.infer(catalog, TenancySettings.INFERRED).orElseThrow();
    return Histories.tables(catalog).stream().filter(table -> model.is(table, kind)).map(Table::name).toList();
  }

  /** A chatbot platform: tables renamed by @@map, keys in camelCase. */
  @Test
  void chatbots() {
    Catalog catalog = catalog(model("Tenant", "chatbots Chatbot[]", "documents Document[]", "@@map(\"tenants\")")
        + model("Chatbot", "tenantId String", "tenant Tenant @relation(fields: [tenantId], references: [id])",
            "documents Document[]", "@@index([tenantId])", "@@map(\"chatbots\")")
        + model("Document", "chatbotId String", "tenantId String",
            "chatbot Chatbot @relation(fields: [chatbotId], references: [id])",
            "tenant Tenant @relation(fields: [tenantId], references: [id])", "@@map(\"documents\")"));
    assertThat(of(catalog, ScopeClass.ROOT)).containsExactly("tenants");
    assertThat(of(catalog, ScopeClass.DIRECT)).containsExactly("chatbots", "documents");
  }

  /** Composite foreign keys that carry the key do not hide it. */
  @Test
  void compositeForeignKeys() {
    Catalog catalog = catalog(model("Workspace", "a Workflow[]", "b WorkflowVersion[]", "c WorkflowRun[]")
        + model("Workflow", "workspaceId String",
            "workspace Workspace @relation(fields: [workspaceId], references: [id])",
            "versions WorkflowVersion[]", "@@unique([id, workspaceId])")
        + model("WorkflowVersion", "workspaceId String", "workflowId String",
            "workspace Workspace @relation(fields: [workspaceId], references: [id])",
            "workflow Workflow @relation(fields: [workflowId, workspaceId], references: [id, workspaceId])",
            "runs WorkflowRun[]")
        + model("WorkflowRun", "workspaceId String", "versionId String",
            "workspace Workspace @relation(fields: [workspaceId], references: [id])",
            "version WorkflowVersion @relation(fields: [versionId], references: [id])"));
    assertThat(of(catalog, ScopeClass.DIRECT)).containsExactly("Workflow", "WorkflowVersion", "WorkflowRun");
  }

  /** A table that holds rows of all and rows of one. */
  @Test
  void nullableKey() {
    Catalog catalog = catalog(model("Project", "a Trace[]", "b Score[]", "c Model[]")
        + model("Trace", "projectId String", "project Project @relation(fields: [projectId], references: [id])")
        + model("Score", "projectId String", "project Project @relation(fields: [projectId], references: [id])")
        + model("Model", "projectId String?", "project Project? @relation(fields: [projectId], references: [id])"));
    Table table = catalog.table("public", "Model").orElseThrow();
    Optional<TenantModel.Scope> scope = TenantInference.infer(catalog, TenancySettings.INFERRED).orElseThrow()
        .scope(table);
    assertThat(scope).map(TenantModel.Scope::kind).contains(ScopeClass.DIRECT);
    assertThat(scope.flatMap(TenantModel.Scope::key)).map(Column::notNull).contains(false);
  }

  @Test
  void relationsWithoutForeignKeys() {
    Catalog catalog = catalog("datasource db {\n  provider = \"postgresql\"\n  relationMode = \"prisma\"\n}\n"
        + model("Project", "a Link[]", "b Tag[]", "c Domain[]")
        + model("Link", "projectId String", "project Project @relation(fields: [projectId], references: [id])",
            "clicks Click[]", "@@index(projectId)")
        + model("Tag", "projectId String", "project Project @relation(fields: [projectId], references: [id])")
        + model("Domain", "projectId String?", "project Project? @relation(fields: [projectId], references: [id])")
        + model("Click", "linkId String", "link Link @relation(fields: [linkId], references: [id])"));
    assertThat(of(catalog, ScopeClass.DIRECT)).containsExactly("Link", "Tag", "Domain");
    assertThat(of(catalog, ScopeClass.INDIRECT)).containsExactly("Click");
  }

  /** Auth.js beside a team. */
  @Test
  void login() {
    String user = "user User @relation(fields: [userId], references: [id])";
    Catalog catalog = catalog(model("User", "a Account[]", "b Session[]", "c TeamMember[]")
        + model("Account", "userId String", "provider String", "providerAccountId String", user)
        + model("Session", "userId String", user) + model("VerificationToken", "token String")
        + model("Team", "a TeamMember[]", "b Invitation[]", "c ApiKey[]")
        + model("TeamMember", "teamId String", "userId String", user,
            "team Team @relation(fields: [teamId], references: [id])")
        + model("Invitation", "teamId String", "team Team @relation(fields: [teamId], references: [id])")
        + model("ApiKey", "teamId String", "team Team @relation(fields: [teamId], references: [id])"));
    assertThat(of(catalog, ScopeClass.SHARED)).containsExactly("User", "Account", "Session", "VerificationToken");
    assertThat(of(catalog, ScopeClass.DIRECT)).containsExactly("TeamMember", "Invitation", "ApiKey");
  }

  @Test
  void implicitJoinTables() {
    Catalog catalog = catalog(model("Team", "a Post[]", "b Tag[]", "c Draft[]")
        + model("Post", "teamId String", "team Team @relation(fields: [teamId], references: [id])", "tags Tag[]")
        + model("Tag", "teamId String", "team Team @relation(fields: [teamId], references: [id])", "posts Post[]")
        + model("Draft", "teamId String", "team Team @relation(fields: [teamId], references: [id])"));
    assertThat(of(catalog, ScopeClass.INDIRECT)).containsExactly("_PostToTag");
  }
}
