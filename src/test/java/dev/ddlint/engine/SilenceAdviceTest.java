package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.Configuration.Ignore;
import dev.ddlint.config.Configuration.Preset;
import dev.ddlint.finding.Finding;
import dev.ddlint.rule.Example;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RuleKind;
import dev.ddlint.rule.RulePage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a finding's last line offers to silence it does so: the comment, written above the line, and the entry. */
class SilenceAdviceTest {
  @TempDir
  private Path folder;
  private int count;

  @TestFactory
  Stream<DynamicTest> eachRule() {
    return RuleIndex.load().all().stream().filter(rule -> rule.kind() != RuleKind.SUPPRESSION)
        .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> check(RulePage.of(rule))));
  }

  private Result lint(RulePage page, Example example) {
    return new ExampleProject(folder.resolve("example" + count++), page, example).lint(Preset.RECOMMENDED);
  }

  private void check(RulePage page) {
    for (Example example : page.examples()) {
      Result result = lint(page, example);
      for (Finding finding : result.findings()) {
        if (example.bad() && finding.rule().equals(page.id())) {
          byEntry(result, finding);
          boolean there = !example.attribute("review").equals(Optional.of("gone"));
          if (there && finding.place().file().text().equals(example.code())) {
            byComment(page, example, finding);
          }
        }
      }
    }
  }

  private void byComment(RulePage page, Example example, Finding finding) {
    List<String> lines = new ArrayList<>(example.code().lines().toList());
    String comment = example.language() == Example.Language.PRISMA ? "// " : "-- ";
    lines.add(finding.place().start().line() - 1, comment + "ddlint:ignore " + finding.rule() + ": agreed");
    String code = String.join("\n", lines) + "\n";
    Example commented = new Example(example.language(), true, example.caption(), example.attributes(),
        example.history(), code, example.end(), example.expected(), example.line());
    int line = finding.place().start().line();
    assertThat(lint(page, commented).findings()).as("%s of\n%s", finding.headline(), code)
        .noneMatch(other -> other.place().start().line() == line + 1 && other.rule().equals(finding.rule()))
        .noneMatch(other -> other.place().start().line() == line && other.rule().equals("unused-suppression"));
  }

  /** As the reports print it: the rule and the object. */
  private static void byEntry(Result result, Finding finding) {
    Ignores ignores = new Ignores(
        Configuration.DEFAULT
            .ignoring(List.of(Ignore.of(finding.rule(), Optional.of(finding.object().name()), Optional.empty()))),
        RuleIndex.load(),
        java.time.LocalDate::now);
    assertThat(ignores.silence(finding)).isPresent();
    assertThat(result.findings()).contains(finding);
  }
}
