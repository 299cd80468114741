package dev.ddlint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The names that other tools give to our rules. */
class AliasesTest {
  /** All rules of squawk 2.66, and an older spelling. */
  private static final List<String> SQUAWK = List.of("adding-field-with-default", "adding-foreign-key-constraint",
      "adding-not-nullable-field", "adding-required-field", "adding-serial-primary-key-field",
      "ban-alter-domain-with-add-constraint", "ban-char-field", "ban-concurrent-index-creation-in-transaction",
      "ban-create-domain-with-constraint", "ban-drop-column", "ban-drop-database", "ban-drop-not-null",
      "ban-drop-table",
      "ban-duplicate-column-assignments", "ban-truncate-cascade", "ban-uncommitted-transaction", "changing-column-type",
      "constraint-missing-not-valid", "disallowed-unique-constraint", "identifier-too-long", "prefer-bigint-over-int",
      "prefer-bigint-over-smallint", "prefer-identity", "prefer-repack", "prefer-robust-stmts", "prefer-text-field",
      "prefer-timestamptz", "prefer-timestamp-tz", "renaming-column", "renaming-table",
      "require-concurrent-index-creation", "require-concurrent-index-deletion", "require-concurrent-partition-detach",
      "require-concurrent-reindex", "require-enum-value-ordering", "require-lock-timeout", "require-statement-timeout",
      "require-table-schema", "require-timeout-settings", "syntax-error", "transaction-nesting");
  private static final Path TABLE = Path.of("docs/aliases.md");

  private final RuleIndex index = RuleIndex.load();

  @Test
  void everyRuleOfSquawksIsKnown() {
    assertThat(SQUAWK).hasSize(41)
        .allMatch(name -> index.byId(name).isPresent() || !index.byAlias(name).isEmpty()
            || ForeignRules.why(name).isPresent());
  }

  @Test
  void aNameIsEitherARuleOrHasNone() {
    assertThat(ForeignRules.names()).hasSize(4).allMatch(SQUAWK::contains)
        .noneMatch(name -> index.byId(name).isPresent() || !index.byAlias(name).isEmpty());
    assertThat(index.all()).allSatisfy(rule -> assertThat(rule.aliases())
        .as("an alias of %s is no rule's id", rule.id())
        .noneMatch(alias -> index.byId(alias.substring(alias.indexOf(':') + 1)).isPresent()));
  }

  @Test
  void theTableIsAsThePagesSay() throws IOException {
    String expected = table();
    if (Boolean.getBoolean("ddlint.write")) {
      Files.writeString(TABLE, expected);
    }
    assertThat(Files.readString(TABLE)).as("write it anew: mvn test -Dtest=AliasesTest -Dddlint.write=true")
        .isEqualTo(expected);
  }

  private String table() {
    Map<String, TreeMap<String, TreeSet<String>>> tools = new TreeMap<>();
    for (RuleIndex.Entry rule : index.all()) {
      for (String alias : rule.aliases()) {
        int colon = alias.indexOf(':');
        tools.computeIfAbsent(alias.substring(0, colon), t -> new TreeMap<>())
            .computeIfAbsent(alias.substring(colon + 1), a -> new TreeSet<>()).add("`" + rule.id() + "`");
      }
    }
    SQUAWK.stream().filter(name -> index.byId(name).isPresent())
        .forEach(name -> tools.computeIfAbsent("squawk", t -> new TreeMap<>())
            .computeIfAbsent(name, a -> new TreeSet<>()).add("`" + name + "`"));
    List<String> lines = new ArrayList<>(List.of("# What other tools call the rules", "",
        "The names are accepted in `ddlint.yaml`, in `ddlint:ignore` comments, by `--rule` and by `ddlint explain`, with or",
        "without the tool before them: `ban-drop-column`, `squawk:ban-drop-column`. A name that stands for several rules",
        "means all of them. `-- squawk-ignore` and `-- squawk-ignore-file` comments are honoured as they are."));
    tools.forEach((tool, names) -> {
      lines.addAll(List.of("", "## " + tool, "", "| its name | here |", "|---|---|"));
      names.forEach((name, rules) -> lines.add("| `" + name + "` | " + String.join(", ", rules) + " |"));
    });
    lines.addAll(List.of("", "## squawk's rules that have none here", "",
        "Accepted in comments, where they silence nothing.", "", "| its name | why |", "|---|---|"));
    new TreeSet<>(ForeignRules.names())
        .forEach(name -> lines.add("| `" + name + "` | " + ForeignRules.why(name).orElseThrow() + " |"));
    return String.join("\n", lines) + "\n";
  }
}
