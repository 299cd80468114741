package dev.ddlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.engine.Linter;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.rule.RuleIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README says what is so. */
class ReadmeTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  /** The blocks of the sample output, apart from the time. */
  @Test
  void theSampleIsWhatIsPrinted() throws IOException, InterruptedException {
    Path here = Path.of("").toAbsolutePath();
    Run run = Run.of(Linter.lint(ProjectFinder.find(List.of(Path.of("test-fixtures/demo")), here), RuleIndex.load(),
        Configuration.DEFAULT), RuleIndex.load(), "", Duration.ZERO);
    String printed = new TextReport(Style.PLAIN).render(run);
    String readme = readme();
    int start = readme.indexOf("```\nerror[set-not-null]");
    String sample = readme.substring(start + 4, readme.indexOf("\n```", start + 4));
    assertThat(sample.split("\n\n\\.\\.\\.\n\n")).as("./ddlint check test-fixtures/demo").hasSize(3)
        .allSatisfy(block -> assertThat(printed).contains(block.replaceAll(" \\(\\d\\.\\d s\\)$", "")));
  }

  @Test
  void countsTheRules() throws IOException {
    Collection<RuleIndex.Entry> rules = RuleIndex.load().all();
    long on = rules.stream().filter(RuleIndex.Entry::onByDefault).count();
    assertThat(readme()).contains(rules.size() + " rules, " + on + " of them on by default");
  }

  @Test
  void namesHooksAndFilesThatAreThere() throws IOException {
    String readme = readme();
    assertThat(LINK.matcher(readme).results().map(link -> link.group(1))).isNotEmpty()
        .allSatisfy(link -> assertThat(Path.of(link)).exists());
    List<String> hooks = Files.readString(Path.of(".pre-commit-hooks.yaml")).lines()
        .filter(line -> line.startsWith("- id: ")).map(line -> line.substring(2)).toList();
    assertThat(hooks).hasSize(2).allSatisfy(hook -> assertThat(readme).contains(hook));
  }

  @Test
  void namesEachFormat() throws IOException {
    String readme = readme();
    for (Format format : Format.values()) {
      assertThat(readme).contains("`" + format.word() + "`");
    }
  }
}
