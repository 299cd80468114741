package dev.ddlint.rule.history;

import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Day;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.MigrationRule;
import dev.ddlint.rule.Rule;
import java.util.List;
import java.util.Set;

/** A name that says nothing: {@code fix}, {@code migration1}, {@code update_tables}. */
@Rule("vague-migration-name")
@Concerns(Effect.RUN)
public final class VagueMigrationName implements MigrationRule {
  private static final Set<String> EMPTY_WORDS = Set.of("update", "updates", "updated", "fix", "fixes", "fixed",
      "change", "changes", "changed", "migration", "migrations", "migrate", "test", "tests", "testing", "tmp", "temp",
      "misc", "stuff", "new", "final", "wip", "todo", "patch", "script", "alter", "modify", "modified", "edit", "more",
      "another", "again", "some", "the", "and", "of", "to", "for", "in", "it", "db", "database", "schema", "table",
      "tables", "column", "columns", "foo", "bar", "baz", "asdf", "untitled", "unnamed", "name", "file", "version");

  @Override
  public void check(Day day, Findings findings) {
    String name = day.migration().name();
    List<String> words = NameParts.of(name);
    boolean named = !words.isEmpty() || !day.project().layout().scheme().isEmpty();
    if (!named || isRelease(name) || !day.project().layout().appliesOnce(day.migration())
        || !EMPTY_WORDS.containsAll(words)) {
      return;
    }
    findings.report(Opening.of(day)).about(Opening.subject("migration-name", day.migration()))
        .says("the name `%s` does not say what the migration does", name)
        .fact("why", "it stays in logs and in the tool's table for ever, and is all that whoever reads them sees");
  }

  /** A version of the product behind the tool's own: {@code 20240122014727_v0_6_0} says which release it came with. */
  private static boolean isRelease(String name) {
    int at = 0;
    while (at < name.length() && (Character.isDigit(name.charAt(at)) || name.charAt(at) == '_')) {
      at++;
    }
    return at > 0 && at + 1 < name.length() && (name.charAt(at) == 'v' || name.charAt(at) == 'V')
        && Character.isDigit(name.charAt(at + 1));
  }
}
