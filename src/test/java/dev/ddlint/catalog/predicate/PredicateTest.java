package dev.ddlint.catalog.predicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.Histories;
import dev.ddlint.ir.Expression;
import dev.ddlint.parse.tree.Tree;
import dev.ddlint.parse.tree.TreeReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What predicates of policies tie to the session, and which of them open to everybody. */
class PredicateTest {
  private static final Catalog CATALOG = Histories.sql(
      """
          CREATE TABLE members (team_id uuid, user_id uuid);
          CREATE TABLE docs (id uuid PRIMARY KEY, team_id uuid NOT NULL, owner uuid, folder_id uuid, body jsonb);
          CREATE FUNCTION my_teams() RETURNS SETOF uuid LANGUAGE sql AS $$ SELECT team_id FROM members WHERE user_id = auth.uid() $$;
          CREATE FUNCTION may_see(t uuid) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RETURN t IN (SELECT my_teams()); END $$;
          CREATE FUNCTION even(t uuid) RETURNS boolean LANGUAGE sql AS $$ SELECT length(t::text) % 2 = 0 $$;
          CREATE FUNCTION tenant() RETURNS text LANGUAGE sql AS $$ SELECT coalesce(current_setting('app.team', true), '*') $$;
          """);
  private static final Table DOCS = CATALOG.table("public", "docs").orElseThrow();

  private static Tree tree(String sql) {
    return TreeReader.expression(Expression.of(sql)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"team_id = current_setting('app.team')::uuid | [team_id]",
      "(select auth.uid()) = docs.owner and team_id = auth.uid() | [owner, team_id]",
      "team_id in (select team_id from members where user_id = auth.uid()) | [team_id]",
      "team_id in (select m.team_id from members m where m.user_id = auth.uid()) or owner = auth.uid() | []",
      "team_id = auth.uid() or current_role = 'admin' | [team_id]", "team_id = auth.uid() or body is null | []",
      "exists (select 1 from members m where m.team_id = docs.team_id and m.user_id = auth.uid()) | [team_id]",
      "exists (select 1 from members where user_id = auth.uid() and folder_id = members.team_id) | [folder_id]",
      "exists (select 1 from members where user_id = auth.uid()) | all",
      "may_see(team_id) | [team_id]", "even(team_id) | []", "(select may_see(team_id)) | [team_id]",
      "elsewhere(team_id) | [team_id]", "team_id in (select my_teams()) | [team_id]", "team_id = 'a' | []",
      "team_id = auth.uid() and auth.uid() is not null | [team_id]", "auth.uid() is not null | []",
      "auth.role() = 'authenticated' | []", "team_id = auth.uid() or auth.uid() is not null | []",
      "is_admin() and body is null or team_id = auth.uid() | [team_id]", "true | []", "false | all",
      "owner is not null | []", "not (team_id = auth.uid()) | []",
      "team_id = any(string_to_array(current_setting('app.teams'), ',')::uuid[]) | [team_id]",
      "auth.jwt() ->> 'team' = team_id::text | [team_id]", "lower(owner::text) = auth.email() | [owner]",
      "team_id not in (select my_teams()) | []", "owner = team_id | []"})
  void bonds(String sql, String expected) {
    Bonds.Bond bond = new Bonds(CATALOG, DOCS).of(tree(sql));
    assertThat(bond.all() ? "all" : bond.columns().stream().sorted().toList().toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"true | yes", "(1=1) | yes", "id = id | yes", "id is not null | yes",
      "owner is not null | no", "team_id = auth.uid() or true | yes", "not false | yes", "owner = auth.uid() | no",
      "1 = 2 | no", "auth.uid() is not null | no", "coalesce(true, false) | yes", "case when 1=1 then true end | yes",
      "id in (id) | yes", "false or (true and 'a' = 'a') | yes", "team_id::text like '%' | yes", "null | no"})
  void alwaysTrue(String sql, String expected) {
    assertThat(Evaluation.isAlwaysTrue(tree(sql), CATALOG, DOCS)).isEqualTo(expected.equals("yes"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"team_id::text = current_setting('app.team', true) | no",
      "current_setting('app.team', true) is null or team_id::text = current_setting('app.team', true) | yes",
      "nullif(current_setting('app.team', true), '') is null or team_id = 'a' | yes",
      "current_setting('app.team') = '' or team_id = 'a' | yes",
      "current_setting('app.team') is null or true = false | no",
      "coalesce(current_setting('app.team', true), '*') in ('*', team_id::text) | yes",
      "team_id::text = coalesce(current_setting('app.team', true), team_id::text) | yes",
      "team_id::text like coalesce(current_setting('app.team', true), '%') | yes",
      "tenant() = '*' or team_id::text = tenant() | yes", "auth.uid() is null or owner = auth.uid() | yes",
      "owner is not distinct from auth.uid() | no", "(auth.uid() = owner) is not false | yes",
      "auth.jwt() ->> 'team' is null or team_id::text = auth.jwt() ->> 'team' | yes",
      "case when current_setting('app.team', true) <> '' then team_id = 'a' else true end | yes",
      "current_setting('app.admin', true) = 'on' or owner = auth.uid() | no",
      "current_setting('app.admin', true) is null and owner = auth.uid() | no", "current_user = 'x' | no"})
  void opensToSilence(String sql, String expected) {
    assertThat(Evaluation.opensToSilence(tree(sql), CATALOG, DOCS, false)).isEqualTo(expected.equals("yes"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"auth.uid() is null or owner = auth.uid() | no",
      "current_setting('app.team', true) is null | yes",
      "current_setting('request.jwt.claims', true) is null or owner = auth.uid() | no"})
  void whoIsLoggedInHasAToken(String sql, String expected) {
    assertThat(Evaluation.opensToSilence(tree(sql), CATALOG, DOCS, true)).isEqualTo(expected.equals("yes"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"(auth.jwt() -> 'user_metadata' ->> 'team') = team_id::text | yes",
      "(auth.jwt() -> 'app_metadata' ->> 'team') = team_id::text | no", "(body -> 'user_metadata') is null | no"})
  void trustsItsBearer(String sql, String expected) {
    assertThat(new Identity(CATALOG).trustsItsBearer(tree(sql))).isEqualTo(expected.equals("yes"));
  }
}
