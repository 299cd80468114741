package dev.ddlint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.finding.Level;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleIndexTest {
  private final RuleIndex index = RuleIndex.load();

  @Test
  void knowsWhatAClassAndItsPageSay() {
    RuleIndex.Entry rule = index.byId("blocking-index-build").orElseThrow();
    assertThat(rule.category()).isEqualTo(Category.LOCKS);
    assertThat(rule.level()).isEqualTo(Level.ERROR);
    assertThat(rule.onByDefault()).isTrue();
    assertThat(rule.kind()).isEqualTo(RuleKind.CHANGE);
    assertThat(rule.subscribes()).containsExactly("IndexBuilt");
    assertThat(rule.effects()).containsExactly(Effect.LOCK, Effect.DATA_FAILURE);
    assertThat(rule.takesIn()).containsExactly("unique-on-existing-data");
  }

  @Test
  void findsByAliasWithAndWithoutItsTool() {
    assertThat(index.byAlias("squawk:syntax-error")).extracting(RuleIndex.Entry::id).contains("unparsed-statement");
    assertThat(index.byAlias("syntax-error")).extracting(RuleIndex.Entry::id).contains("unparsed-statement");
    assertThat(index.byAlias("error")).isEmpty();
  }

  @Test
  void makesEachRuleAndFindsEachPage() {
    for (RuleIndex.Entry rule : index.all()) {
      assertThat(rule.instantiate(Map.of())).isInstanceOf(rule.kind().contract());
      assertThat(RulePage.of(rule).title()).isEqualTo(rule.title());
    }
  }
}
