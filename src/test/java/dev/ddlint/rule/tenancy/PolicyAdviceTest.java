package dev.ddlint.rule.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.catalog.tenancy.Histories;
import dev.ddlint.rule.Options;
import dev.ddlint.rule.SchemaRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a policy should ask instead: as the schema's others do, else in the key's type; never of a column that is not there. */
class PolicyAdviceTest {
  private static final String TEAMS = """
      CREATE TABLE teams (id uuid PRIMARY KEY);
      CREATE TABLE a (id int PRIMARY KEY, team_id uuid NOT NULL REFERENCES teams);
      CREATE TABLE b (id int PRIMARY KEY, team_id uuid NOT NULL REFERENCES teams);
      CREATE TABLE c (id int PRIMARY KEY, team_id uuid NOT NULL REFERENCES teams, owner uuid);
      ALTER TABLE a ENABLE ROW LEVEL SECURITY;
      ALTER TABLE b ENABLE ROW LEVEL SECURITY;
      ALTER TABLE c ENABLE ROW LEVEL SECURITY;
      """;
  private static final String OPEN = "CREATE POLICY open ON c FOR DELETE USING (true);";

  private static List<String> advice(SchemaRule rule, String sql) {
    return Recorded.of(rule, Recorded.schema(Histories.sql(sql))).get(0).advice;
  }

  @Test
  void asTheOthersDo() {
    String others = "CREATE POLICY p ON a USING (team_id IN (SELECT m.team FROM members m WHERE m.me = auth.uid()));"
        + "CREATE POLICY q ON b USING (owner_of(id) = auth.uid());";
    assertThat(advice(new PolicyAlwaysTrue(), TEAMS + others + OPEN)).containsExactly("[as other policies do]",
        "ALTER POLICY open ON c USING (team_id IN (SELECT m.team FROM members m WHERE m.me = auth.uid()));");
  }

  @Test
  void aConditionThatReadsTheTableItselfIsNoneForIt() {
    String others = "CREATE POLICY p ON a USING (team_id IN (SELECT c.team_id FROM c WHERE c.owner = auth.uid()));";
    assertThat(advice(new PolicyAlwaysTrue(), TEAMS + others + OPEN)).containsExactly(
        "[with your own way to tell the tenant]",
        "ALTER POLICY open ON c USING (team_id = (SELECT (auth.jwt() -> 'app_metadata' ->> 'team_id')::uuid));");
  }

  @Test
  void inTheTypeOfTheKeyByTheSettingThatIsAsked() {
    assertThat(advice(new PolicyAlwaysTrue(), TEAMS + OPEN)).contains(
        "ALTER POLICY open ON c USING (team_id = (SELECT current_setting('app.team_id')::uuid));");
    String open = "CREATE POLICY p ON a USING (current_setting('my.team', true) IS NULL"
        + " OR team_id::text = current_setting('my.current_team_id', true));";
    assertThat(advice(new PolicyFailsOpen(), TEAMS + open)).contains(
        "ALTER POLICY p ON a USING (team_id = (SELECT current_setting('my.current_team_id')::uuid));");
  }

  @Test
  void withoutAKeyItIsWords() {
    String sql = "CREATE TABLE docs (id int PRIMARY KEY, body text); CREATE TABLE u (id uuid, body text);"
        + "ALTER TABLE docs ENABLE ROW LEVEL SECURITY; ALTER TABLE u ENABLE ROW LEVEL SECURITY;"
        + "CREATE POLICY own ON u USING (id = auth.uid()); CREATE POLICY open ON docs FOR DELETE USING (true);";
    assertThat(advice(new PolicyAlwaysTrue(), sql)).containsExactly("[in a migration]",
        "-- compare a column of the row with who the session is");
  }

  @Test
  void theTokensOwnPartIsAskedInstead() {
    String sql = TEAMS + "CREATE POLICY p ON a USING (team_id::text = auth.jwt() -> 'user_metadata' ->> 'team');";
    assertThat(advice(new PolicyFailsOpen(), sql)).contains(
        "ALTER POLICY p ON a USING (team_id::text = auth.jwt() -> 'app_metadata' ->> 'team');");
  }

  @Test
  void twoPoliciesBecomeOne() {
    String sql = TEAMS + "CREATE POLICY p ON a FOR UPDATE USING (id = 1);"
        + "CREATE POLICY q ON a FOR UPDATE USING (id = 2) WITH CHECK (id = 3);";
    assertThat(advice(new OverlappingPermissivePolicies(), sql)).containsExactly("[if both are meant]",
        "ALTER POLICY p ON a USING ((id = 1) OR (id = 2)) WITH CHECK ((id = 1) OR (id = 3));", "DROP POLICY q ON a;");
  }

  @Test
  void aTableWithoutRowSecurityGetsThePolicyThatOthersHave() {
    String sql = TEAMS + "CREATE POLICY p ON a USING (team_id = my_team());"
        + "CREATE TABLE d (id int PRIMARY KEY, team_id uuid NOT NULL REFERENCES teams);";
    List<Recorded.Said> said = Recorded.of(new RowSecurityMissing(new Options(Map.of("schemas", List.of()))),
        Recorded.schema(Histories.sql(sql)));
    assertThat(said.stream().filter(s -> s.headline.contains("`d`")).findFirst().orElseThrow().advice).contains(
        "CREATE POLICY d_policy ON d USING (team_id = my_team());");
  }
}
