package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.finding.Finding;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.rule.RuleIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Wherever a comment stands, what it names goes and nothing else does, and what is of no use is told. More files, from
 * another seed: {@code -Dddlint.placements=5000 -Dddlint.placements.from=1000}.
 */
class SuppressionPlacementsTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 1, 31);
  private static final Set<String> ABOUT_COMMENTS = Set.of("unused-suppression", "unknown-rule",
      "expired-suppression");

  @TempDir
  private Path folder;

  private List<Finding> lint(String text) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("a.sql"), text);
    return Linter.lint(ProjectFinder.find(List.of(), folder), RuleIndex.load(), Configuration.DEFAULT, () -> TODAY)
        .findings();
  }

  private static boolean isAboutComment(Finding finding) {
    return ABOUT_COMMENTS.contains(finding.rule());
  }

  private static Set<String> briefs(List<Finding> findings, CommentedFile file) {
    return findings.stream().filter(finding -> !isAboutComment(finding))
        .map(finding -> file.statementAt(finding.place().span().start()) + " " + finding.rule() + " "
            + finding.object().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private int check(long seed) throws IOException, InterruptedException {
    CommentedFile plain = new CommentedFile(seed, 0);
    CommentedFile commented = new CommentedFile(seed, 30);
    Set<String> without = briefs(lint(plain.text()), plain);
    List<Finding> with = lint(commented.text());
    Set<String> left = without.stream()
        .filter(brief -> !commented.silences(Integer.parseInt(brief.split(" ")[0]), brief.split(" ")[1]))
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(briefs(with, commented)).as("seed %s, what is left of\n%s", seed, commented.text()).isEqualTo(left);
    Set<String> said = with.stream().filter(SuppressionPlacementsTest::isAboutComment)
        .map(finding -> finding.rule() + "@" + finding.place().span().start())
        .collect(Collectors.toCollection(TreeSet::new));
    Set<String> found = without.stream().map(brief -> brief.substring(0, brief.lastIndexOf(' ')))
        .collect(Collectors.toSet());
    assertThat(said).as("seed %s, what is said of the comments of\n%s", seed, commented.text())
        .isEqualTo(new TreeSet<>(commented.aboutComments(found)));
    return without.size() - left.size();
  }

  @Test
  void whatIsNamedGoesAndNothingElse() throws IOException, InterruptedException {
    int files = Integer.getInteger("ddlint.placements", 400);
    long from = Long.getLong("ddlint.placements.from", 0);
    int silenced = 0;
    for (long seed = from; seed < from + files; seed++) {
      silenced += check(seed);
    }
    assertThat(silenced).as("findings that were silenced").isGreaterThan(files / 4);
  }
}
