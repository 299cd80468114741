package dev.ddlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The expected values are those of codeql-action's own tests. */
class LineHashesTest {

  private static Iterable<String> hashes(String text) {
    return new TreeMap<>(LineHashes.of(text)).values();
  }

  @Test
  void agreesWithGitHub() {
    assertThat(hashes("")).containsExactly("c129715d7a2bc9a3:1");
    assertThat(hashes("a\nb\n\t\tc\n d")).containsExactly("271789c17abda88f:1", "54703d4cd895b18:1",
        "180aee12dab6264:1", "a23a3dc5e078b07b:1");
    assertThat(hashes(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End")).containsExactly("8b7cf3e952e7aeb2:1",
        "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1", "b86d3392aea1be30:1", "e6ceba753e1a442:1");
  }

  @Test
  void lineEndsDoNotMatter() {
    assertThat(hashes("a\r\nb\r\n")).containsExactlyElementsOf(hashes("a\nb\n"));
  }

  @Test
  void countsEqualLines() {
    String line = "x".repeat(120) + "\n";
    assertThat(LineHashes.of(line.repeat(2) + line).get(2)).endsWith(":2");
  }
}
