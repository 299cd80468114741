package dev.ddlint.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
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

  /** The scanner is written out by hand for speed; this is what it means. */
  @Test
  void aWordIsCapitalsOrOneCapitalWithWhatIsSmall() {
    Pattern word = Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?[\\p{Ll}\\p{Lo}\\p{N}]+");
    int[] alphabet = "aZBz_9-\u00e4\u00c4\u4e2d\u01c5\u2167\ud801\udc00\ud801\udc28".codePoints().toArray();
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder name = new StringBuilder();
      random.ints(random.nextInt(9), 0, alphabet.length).forEach(at -> name.appendCodePoint(alphabet[at]));
      List<String> meant = word.matcher(name).results().map(found -> found.group().toLowerCase(Locale.ROOT)).toList();
      assertThat(NameWords.of(name.toString())).as(name.toString()).isEqualTo(meant);
    }
  }
}
