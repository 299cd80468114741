package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.finding.Finding;
import dev.ddlint.project.Everything;
import dev.ddlint.project.Found;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.project.Selection;
import dev.ddlint.rule.RuleIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Paths choose what is reported, and nothing else: the findings of a folder are those of its files, one by one. */
class AuditTest {
  /** Each n-th file of a long history: a whole history is folded for every one of them. */
  private static final int SAMPLES = 12;

  @TestFactory
  Stream<DynamicTest> aFolderSaysWhatItsFilesSay() {
    Path corpus = Corpus.folder();
    Found found = ProjectFinder.find(Everything.in(corpus), corpus);
    return found.selections().stream()
        .map(selection -> DynamicTest.dynamicTest(selection.project().name(), () -> compare(selection, found)));
  }

  private static void compare(Selection selection, Found found) throws InterruptedException {
    List<Path> files = List.copyOf(selection.reported());
    List<String> whole = lint(selection, found);
    int step = Math.max(1, files.size() / SAMPLES);
    for (int i = 0; i < files.size(); i += step) {
      Path file = files.get(i);
      List<String> alone = lint(new Selection(selection.project(), Set.of(file)), found);
      List<String> expected = whole.stream().filter(line -> line.startsWith(shown(selection, file) + ":")).toList();
      assertThat(alone).as("%s alone", file).isEqualTo(expected);
    }
  }

  private static String shown(Selection selection, Path file) {
    List<String> names = new ArrayList<>();
    selection.project().migrations().forEach(m -> add(names, m.file(), m.shownPath(), file));
    selection.project().aside().forEach(m -> add(names, m.file(), m.shownPath(), file));
    selection.project().schema().ifPresent(s -> s.files().forEach(f -> add(names, f.file(), f.shownPath(), file)));
    return names.get(0);
  }

  private static void add(List<String> names, Path candidate, String shown, Path file) {
    if (candidate.equals(file)) {
      names.add(shown);
    }
  }

  private static List<String> lint(Selection selection, Found found) throws InterruptedException {
    Found one = new Found(List.of(selection), found.problems(), List.of());
    return Linter.lint(one, RuleIndex.load(), Configuration.DEFAULT).findings().stream().map(AuditTest::full).toList();
  }

  private static String full(Finding finding) {
    return finding.place() + " " + finding.level().word() + " " + finding.rule() + " " + finding.headline() + " "
        + finding.facts() + " " + finding.fingerprint();
  }
}
