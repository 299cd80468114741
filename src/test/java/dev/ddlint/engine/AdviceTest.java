package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Finding;
import dev.ddlint.rule.Example;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RulePage;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The advice of every bad example in SQL is SQL without a blank, unless its kind is none, and is run on a server. It
 * applies. Where it stands for a statement, it leads to the same catalog as that one, or, if it is staged, to the one that
 * the page's {@code sql end} block makes; where it answers a rule about the schema, the finding is gone. And where the
 * statement reads, builds or writes a table while others wait for it, no statement of the advice does.
 */
class AdviceTest extends ServerExamples {

  @TestFactory
  Stream<DynamicNode> badExamples() {
    return rules().map(rule -> {
      RulePage page = RulePage.of(rule);
      Set<Advice.Kind> kinds = new TreeSet<>();
      Stream<DynamicTest> run = examples(page).filter(Example::bad)
          .map(example -> DynamicTest.dynamicTest("advice at line " + example.line(),
              () -> check(rule, page, example, kinds)));
      DynamicTest named = DynamicTest.dynamicTest("the page names its kind", () -> {
        if (!kinds.isEmpty()) {
          assertThat(kinds).as(page.id() + ".md").contains(page.advice());
        }
      });
      return DynamicContainer.dynamicContainer(rule.id(), Stream.concat(run, Stream.of(named)));
    });
  }

  private void check(RuleIndex.Entry rule, RulePage page, Example example, Set<Advice.Kind> kinds)
      throws IOException, SQLException {
    ExampleProject project = project(page, example);
    List<Finding> findings = project.lint().findings().stream().filter(f -> f.rule().equals(rule.id())).toList();
    for (Finding finding : findings) {
      Optional<Advice> advice = finding.advice();
      Guidance guidance = Guidance.of(advice);
      count(advice.map(a -> a.kind().toString()).orElse("no advice"));
      kinds.add(guidance.kind());
      assertThat(guidance.statements().isEmpty())
          .as("%s: advice is SQL unless its kind is none: %s", where(page, example), advice)
          .isEqualTo(guidance.kind() == Advice.Kind.NONE);
      assertThat(guidance.hasBlank()).as("%s: a blank in %s", where(page, example), guidance).isFalse();
      if (!guidance.statements().isEmpty()) {
        new AdviceTrial(this, rule, page, example, project, finding, guidance).run();
      }
    }
  }
}
