package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.finding.Finding;
import dev.ddlint.project.Found;
import dev.ddlint.project.Migration;
import dev.ddlint.project.Project;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.project.Selection;
import dev.ddlint.rule.RuleIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The baseline of each real history holds, whatever becomes of the files' places and layout; one new hazard speaks. */
class BaselineCorpusTest {
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d._-]*");
  private static final Pattern LAST_NUMBER = Pattern.compile("\\d+$");
  /** What some tools want above the statements. */
  private static final Map<String, String> HEADS = Map.of("goose", "-- +goose Up\n", "dbmate", "-- migrate:up\n");

  @TempDir
  private Path folder;

  @TestFactory
  Stream<DynamicTest> eachRepository() throws IOException {
    try (Stream<Path> list = Files.list(Corpus.folder())) {
      return list.filter(Files::isDirectory).sorted().toList().stream()
          .map(repository -> DynamicTest.dynamicTest(repository.getFileName().toString(), () -> check(repository)));
    }
  }

  private void check(Path repository) throws Exception {
    Result then = lint(repository, repository);
    Baseline baseline = Baseline.parse(Baseline.of(then.findings(), path -> path).text(), "b.tsv");
    assertThat(then.against(baseline).findings()).as("unchanged").isEmpty();
    Path root = folder.resolve(repository.getFileName().toString());
    Path moved = copy(repository, root.resolve("elsewhere/deep down"));
    List<String> told = new ArrayList<>();
    for (Selection selection : ProjectFinder.find(List.of(moved), root).selections()) {
      String table = "hazard_" + told.size();
      if (addHazard(selection.project(), table)) {
        told.add("drop-table public." + table);
      }
    }
    Result now = lint(moved, root);
    assertThat(now.findings()).allMatch(finding -> finding.place().file().path().startsWith("elsewhere/"));
    assertThat(now.against(baseline).findings())
        .as("moved and reformatted nothing speaks, but for the new hazard of each history")
        .extracting(BaselineCorpusTest::brief).containsExactlyInAnyOrderElementsOf(told);
    assertThat(now.against(baseline).heldBack()).as("no finding is lost").hasSameSizeAs(then.findings());
  }

  private static String brief(Finding finding) {
    return finding.rule() + " " + finding.object().name();
  }

  /** Adds a migration behind the newest one; none where the history is of another database. */
  private static boolean addHazard(Project project, String table) throws IOException {
    if (project.migrations().isEmpty() || !isJudged(project)) {
      return false;
    }
    Migration newest = project.migrations().get(project.migrations().size() - 1);
    Path file = next(newest, project.root().toString().length());
    assertThat(file).doesNotExist();
    Files.createDirectories(file.getParent());
    Files.writeString(file, HEADS.getOrDefault(project.layout().id(), "") + "DROP TABLE " + table + ";\n");
    return true;
  }

  /** The file of a version that is one higher. Flyway's 1.27 stands in the name as 1_27, Diesel's 20260730 as 2026-07-30. */
  private static Path next(Migration newest, int from) {
    String path = newest.file().toString();
    Matcher number = NUMBER.matcher(newest.version());
    Matcher there = Pattern.compile(number.lookingAt()
        ? number.group().replaceAll("\\D", "").replaceAll("(?<=.)(?=.)", "[-._]?")
        : "$.").matcher(path);
    if (!there.find(from)) {
      return Path.of(path.replace(".sql", "zz.sql"));
    }
    Matcher last = LAST_NUMBER.matcher(there.group());
    assertThat(last.find()).as(path).isTrue();
    String next = String.format("%0" + last.group().length() + "d", new BigInteger(last.group()).add(BigInteger.ONE));
    return Path.of(path.substring(0, there.start() + last.start()) + next + path.substring(there.end()));
  }

  private static boolean isJudged(Project project) {
    FileReader reader = new FileReader(project, Map.of(), Optional.empty(), Map.of());
    return reader.read(project.migrations().get(project.migrations().size() - 1)) instanceof ReadFile.Parsed;
  }

  private static Result lint(Path path, Path here) throws InterruptedException {
    Found found = ProjectFinder.find(List.of(path), here);
    return Linter.lint(found, RuleIndex.load(), Configuration.DEFAULT);
  }

  private static Path copy(Path from, Path to) {
    Reformatting reformatting = new Reformatting(from.getFileName().toString().hashCode());
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        byte[] bytes = Files.readAllBytes(file);
        String name = file.toString();
        Files.write(target, name.endsWith(".sql")
            ? reformatting.sql(bytes)
            : name.endsWith(".prisma") ? reformatting.prisma(bytes) : bytes);
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
