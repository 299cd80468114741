package dev.ddlint.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Level;
import dev.ddlint.ir.Dialect;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulePageTest {
  private static final String PAGE = """
      ---
      id: slow-thing
      title: a thing is slow
      category: locks
      level: warning
      default: off
      dialects: [postgresql]
      versions: 14-18
      since: 0.1.0
      aliases: [squawk:slow, other:a-b]
      advice: same-end
      tags: []
      references: [https://www.postgresql.org/docs/]
      ---

      ## What it does

      Reports slow things.

      ## Why it matters

      ```sql
      ## not a heading
      ```

      ## Do this instead

      Be quick.

      ## Examples

      It was there
      before:

      ```sql history
      CREATE TABLE t (a int);
      ```

      ```sql bad runner=prisma-migrate postgres-version=18
      SELECT 1;
      SELECT slow(); -- expect: slow-thing
      ```

      ```prisma bad
      // expect-next-line: slow-thing
      model A {
      ```

      ```sql good
      SELECT 2;
      ```
      """;

  private static RulePage parse(String page) {
    return RulePage.parse("slow-thing", page);
  }

  @Test
  void readsTheFrontMatter() {
    RulePage page = parse(PAGE);
    assertThat(page.title()).isEqualTo("a thing is slow");
    assertThat(page.category()).isEqualTo(Category.LOCKS);
    assertThat(page.level()).isEqualTo(Level.WARNING);
    assertThat(page.onByDefault()).isFalse();
    assertThat(page.dialects()).containsExactly(Dialect.POSTGRESQL);
    assertThat(page.aliases()).containsExactly("squawk:slow", "other:a-b");
    assertThat(page.advice()).isEqualTo(Advice.Kind.SAME_END);
    assertThat(page.tags()).isEmpty();
  }

  @Test
  void readsTheSections() {
    RulePage page = parse(PAGE);
    assertThat(page.section(RulePage.WHAT)).isEqualTo("Reports slow things.");
    assertThat(page.section(RulePage.WHY)).contains("## not a heading");
    assertThat(page.section(RulePage.OPTIONS)).isEmpty();
    assertThat(page.markdown()).startsWith("## What it does").endsWith("```");
  }

  @Test
  void readsTheExamples() {
    RulePage page = parse(PAGE);
    assertThat(page.examples()).extracting(Example::bad).containsExactly(true, true, false);
    Example first = page.examples().get(0);
    assertThat(first.caption()).isEqualTo("It was there before:");
    assertThat(first.history()).containsExactly("CREATE TABLE t (a int);\n");
    assertThat(first.attributes())
        .containsExactlyInAnyOrderEntriesOf(Map.of("runner", "prisma-migrate", "postgres-version", "18"));
    assertThat(first.expected()).containsExactly(new Example.Expected(2, "slow-thing"));
    assertThat(PAGE.lines().toList().get(first.line() - 1)).isEqualTo("SELECT 1;");
    Example second = page.examples().get(1);
    assertThat(second.language()).isEqualTo(Example.Language.PRISMA);
    assertThat(second.history()).isEmpty();
    assertThat(second.expected()).containsExactly(new Example.Expected(2, "slow-thing"));
  }

  @Test
  void saysWhatIsWrongAndWhere() {
    refuses(PAGE.replace("level: warning", "level: bad"),
        "slow-thing.md:5: `bad` is unknown, expected one of error, warning, note");
    refuses(PAGE.replace("id: slow-thing", "id: other"), "slow-thing.md:2: the id is `other`");
    refuses(PAGE.replace("since: 0.1.0\n", ""), "slow-thing.md:13: the front matter lacks since");
    refuses(PAGE.replace("default: off", "default: maybe"), "slow-thing.md:6: expected `on` or `off`");
    refuses(PAGE.replace("default: off", "colour: red"), "slow-thing.md:6: expected `key: value`");
    refuses(PAGE.replace("tags: []", "tags: none"), "slow-thing.md:12: expected a list");
    refuses(PAGE.replace("tags: []", "tags: [a, b, c, d, e, f, g, h, i, j, k]"), "slow-thing.md:12: 11 tags");
    refuses(PAGE.replace("## Do this instead", "## Do that"), "slow-thing.md:26: heading `Do that` is unknown");
    refuses(PAGE.replace(" -- expect: slow-thing", ""), "slow-thing.md:39: a bad example marks");
    refuses(PAGE.replace("sql good", "sql history"), "a history block without an example");
    refuses(PAGE.replace("prisma-migrate", "x").replace("runner=", "tool="), "`tool=x` is no attribute");
    refuses(PAGE.substring(0, PAGE.indexOf("```sql good")), "no good example");
    refuses("", "slow-thing.md:1: expected `---`");
  }

  private static void refuses(String page, String message) {
    assertThatThrownBy(() -> parse(page)).isInstanceOf(RulePage.Malformed.class).hasMessageContaining(message);
  }
}
