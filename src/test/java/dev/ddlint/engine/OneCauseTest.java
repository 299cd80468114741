package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.finding.Finding;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.RuleIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One statement, one cause, one finding: no two findings on the same clause and object share an effect. */
class OneCauseTest {

  @Test
  void realHistoriesAreToldOnce() throws InterruptedException {
    Path corpus = Corpus.folder();
    RuleIndex index = RuleIndex.load();
    Result result = Linter.lint(ProjectFinder.find(List.of(corpus), corpus), index,
        Configuration.DEFAULT.with(Configuration.Preset.STRICT));
    Map<String, Finding> seen = new HashMap<>();
    List<String> twice = new ArrayList<>();
    for (Finding finding : result.findings()) {
      for (Effect effect : index.byId(finding.rule()).orElseThrow().effects()) {
        String cause = finding.place() + "-" + finding.place().end() + " " + finding.object() + " " + effect;
        Finding other = seen.put(cause, finding);
        if (other != null) {
          twice.add(cause + ": " + other.rule() + " and " + finding.rule());
        }
      }
    }
    assertThat(result.findings()).isNotEmpty();
    assertThat(twice).isEmpty();
  }
}
