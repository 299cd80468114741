package dev.ddlint.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final ObjectPath USERS = new ObjectPath("table", "public.users");

  private static String of(String clause) {
    return Fingerprint.of("drop-table", USERS, clause);
  }

  @Test
  void layoutDoesNotCount() {
    assertThat(of("DROP  TABLE\n\tusers ;")).isEqualTo(of("drop table users"));
  }

  @Test
  void ruleObjectAndClauseCount() {
    assertThat(Set.of(of("DROP TABLE users"), of("DROP TABLE orders"),
        Fingerprint.of("drop-column", USERS, "DROP TABLE users"),
        Fingerprint.of("drop-table", new ObjectPath("table", "public.orders"), "DROP TABLE users"))).hasSize(4);
  }

  @Test
  void manyNearOnesStayApart() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      assertThat(seen.add(of("DROP TABLE t" + i))).isTrue();
    }
    assertThat(seen).allMatch(fingerprint -> fingerprint.length() == 32);
  }
}
