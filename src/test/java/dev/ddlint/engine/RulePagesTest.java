package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.rule.Example;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RulePage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each example of each rule's page is a test: a bad one gives exactly its findings, a good one none. */
class RulePagesTest {
  @TempDir
  private Path folder;
  private int count;

  @TestFactory
  Stream<DynamicNode> examples() {
    return RuleIndex.load().all().stream().map(rule -> {
      RulePage page = RulePage.of(rule);
      return DynamicContainer.dynamicContainer(rule.id(), page.examples().stream().map(example -> DynamicTest
          .dynamicTest((example.bad() ? "bad" : "good") + " at line " + example.line(), () -> check(page, example))));
    });
  }

  private void check(RulePage page, Example example) {
    ExampleProject project = new ExampleProject(folder.resolve("example" + count++), page, example);
    Set<String> judged = new HashSet<>(Set.of(page.id()));
    example.expected().forEach(expected -> judged.add(expected.rule()));
    List<String> found = project.lint().findings().stream()
        .filter(finding -> judged.contains(finding.rule()))
        .map(finding -> finding.place().start().line() + " " + finding.rule()).toList();
    List<String> expected = example.expected().stream().map(e -> e.line() + " " + e.rule()).toList();
    assertThat(found).as("%s, the example at line %d of its page", page.id(), example.line())
        .containsExactlyInAnyOrderElementsOf(expected);
  }
}
