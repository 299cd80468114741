package dev.ddlint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of all rules in the documentation is as their pages say. */
class RuleTableTest {
  private static final Path TABLE = Path.of("docs/rules.md");

  @Test
  void namesEveryRuleAsItsPageDoes() throws IOException {
    String expected = table(RuleIndex.load());
    if (Boolean.getBoolean("ddlint.write")) {
      Files.writeString(TABLE, expected);
    }
    assertThat(Files.readString(TABLE)).as("write it anew: mvn test -Dtest=RuleTableTest -Dddlint.write=true")
        .isEqualTo(expected);
  }

  private static String table(RuleIndex index) {
    long on = index.all().stream().filter(RuleIndex.Entry::onByDefault).count();
    List<String> lines = new ArrayList<>(List.of("# The rules", "",
        index.all().size() + " rules, " + on
            + " of them on by default (the preset `recommended`); `strict` turns all on."
            + " `ddlint explain RULE`",
        "prints a rule's page, and `ddlint rules` this list with the levels that are in force. [aliases.md](aliases.md) has"
            + " the",
        "names that other tools give them."));
    for (Category category : Category.values()) {
      List<RuleIndex.Entry> family = index.all().stream().filter(rule -> rule.category() == category).toList();
      if (!family.isEmpty()) {
        lines.addAll(List.of("", "## " + category.title() + " (*" + category.word() + "*)", "",
            "| rule | level | default | |", "|---|---|---|---|"));
        family.forEach(rule -> lines.add("| [`" + rule.id() + "`](../rules/" + category.word() + "/" + rule.id()
            + ".md) | " + rule.level().word() + " | " + (rule.onByDefault() ? "on" : "off") + " | " + rule.title()
            + " |"));
      }
    }
    return String.join("\n", lines) + "\n";
  }
}
