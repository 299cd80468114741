package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.Configuration.Preset;
import dev.ddlint.finding.Finding;
import dev.ddlint.project.Everything;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Example;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RulePage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** One statement, one cause, one finding: no two findings on the same clause and object share an effect. */
class OneCauseTest {
  private static final RuleIndex INDEX = RuleIndex.load();

  @TempDir
  private Path folder;
  private int count;

  @Test
  void realHistoriesAreToldOnce() throws InterruptedException {
    Path corpus = Corpus.folder();
    Result result = Linter.lint(ProjectFinder.find(Everything.in(corpus), corpus), INDEX,
        Configuration.DEFAULT.with(Preset.STRICT));
    assertThat(result.findings()).isNotEmpty();
    assertThat(toldTwice(result)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> examplesAreToldOnce() {
    return INDEX.all().stream().map(RulePage::of)
        .map(page -> DynamicTest.dynamicTest(page.id(), () -> {
          for (Example example : page.examples()) {
            Result result = new ExampleProject(folder.resolve("example" + count++), page, example)
                .lint(Preset.STRICT);
            assertThat(toldTwice(result)).as("%s, the example at line %d of its page", page.id(), example.line())
                .isEmpty();
          }
        }));
  }

  private static List<String> toldTwice(Result result) {
    Map<String, Finding> seen = new HashMap<>();
    List<String> twice = new ArrayList<>();
    for (Finding finding : result.findings()) {
      for (Effect effect : INDEX.byId(finding.rule()).orElseThrow().effects()) {
        String cause = finding.place() + "-" + finding.place().end() + " " + finding.object() + " " + effect;
        Finding other = seen.put(cause, finding);
        if (other != null) {
          twice.add(cause + ": " + other.rule() + " and " + finding.rule());
        }
      }
    }
    return twice;
  }
}
