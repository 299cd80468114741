package dev.ddlint.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameWordsTest {

  @ParameterizedTest
  @CsvSource({"teamId, team id", "teamID, team id", "team_id, team id", "TEAM_ID, team id",
      "RuntimeEnvironment, runtime environment", "APIKey, api key", "_AToB, a to b", "v1_tasks, v1 tasks",
      "größe, größe", "team_ids, team ids"})
  void splits(String name, String words) {
    assertThat(NameWords.of(name)).containsExactly(words.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"companies, company", "organizations, organization", "status, status", "address, address",
      "addresses, address", "boxes, box", "branches, branch", "analysis, analysis", "users, user", "bus, bus",
      "websites, website", "databases, database", "licenses, license", "statuses, status"})
  void makesSingular(String name, String word) {
    assertThat(NameWords.singular(name)).containsExactly(word);
  }
}
