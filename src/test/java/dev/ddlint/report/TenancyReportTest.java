package dev.ddlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.tenancy.Histories;
import dev.ddlint.catalog.tenancy.Tenancy;
import dev.ddlint.catalog.tenancy.TenancySettings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tenant model as people and programs read it. */
class TenancyReportTest {
  private static final String SQL = """
      CREATE TABLE organizations (id int PRIMARY KEY);
      CREATE TABLE teams (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations);
      CREATE TABLE users (id int PRIMARY KEY);
      CREATE TABLE docs (id int PRIMARY KEY, team_id int NOT NULL REFERENCES teams);
      CREATE TABLE tags (id int PRIMARY KEY, "teamId" int NOT NULL REFERENCES teams);
      CREATE TABLE hooks (id int PRIMARY KEY, team_id int NOT NULL REFERENCES teams);
      CREATE TABLE lines (doc_id int NOT NULL REFERENCES docs);
      """;

  private static TenancyReport.Project project(String sql) {
    Catalog catalog = Histories.sql(sql);
    return new TenancyReport.Project("shop", catalog, Tenancy.of(catalog, TenancySettings.INFERRED));
  }

  @Test
  void aModelWithTheReasonForEachTable() {
    assertThat(TenancyReport.text(List.of(project(SQL)), Style.PLAIN)).isEqualTo("""
        shop
          mode    discriminator, rows are told apart by a column; no table has row security
          root    teams, made in 0.sql:2
          key     team_id, which holds teams.id; held by 3 of 7 tables; also written teamId
          levels  organizations

          root      teams          has a row for each tenant

          direct    docs           holds `team_id`
          direct    tags           holds `teamId`
          direct    hooks          holds `team_id`

          indirect  lines          is reached by `doc_id` to `docs`, which is required

          upper     organizations  stands beside or above the tenant

          shared    users          belongs to the login, which all tenants share
        """);
  }

  @Test
  void theModeIsExplained() {
    assertThat(TenancyReport.text(List.of(project("CREATE TABLE a (id int);")), Style.PLAIN)).isEqualTo("""
        shop
          mode    none, no table that is named like a tenant is referred to by enough others
        """);
    assertThat(TenancyReport.text(List.of(project(SQL + "ALTER TABLE docs ENABLE ROW LEVEL SECURITY;")), Style.PLAIN))
        .contains("mode    row-security, since 1 table has row security or policies\n");
    assertThat(TenancyReport.text(List.of(project("CREATE TABLE a (id int); ALTER TABLE a ENABLE ROW LEVEL SECURITY;")),
        Style.PLAIN)).contains("since 1 table has row security or policies; no tenant was found\n");
    assertThat(TenancyReport.text(List.of(project(SQL + "SELECT create_distributed_table('docs', 'team_id');")),
        Style.PLAIN)).contains("mode    citus, since 1 table has a distribution by Citus\n");
  }

  @Test
  void forPrograms() {
    assertThat(TenancyReport.json(List.of(project("CREATE TABLE tenants (id int PRIMARY KEY);"
        + "CREATE TABLE a (tenant_id int REFERENCES tenants); CREATE TABLE b (tenant_id int REFERENCES tenants);"))))
        .isEqualTo(
            """
                {
                  "projects": [
                    {"name": "shop", "mode": "discriminator", "root": "public.tenants", "rootKey": "id", "key": "tenant_id", \
                "keys": ["tenant_id"], "levels": [], "tables": [
                      {"table": "public.tenants", "class": "root", "key": null, "reason": "has a row for each tenant"},
                      {"table": "public.a", "class": "direct", "key": "tenant_id", "reason": "holds `tenant_id`"},
                      {"table": "public.b", "class": "direct", "key": "tenant_id", "reason": "holds `tenant_id`"}
                    ]}
                  ]
                }
                """);
    assertThat(TenancyReport.json(List.of(project("CREATE TABLE a (id int);")))).contains("\"root\": null",
        "\"mode\": \"none\"", "\"keys\": []");
  }
}
