package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.config.Configuration;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Fix;
import dev.ddlint.finding.Level;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.project.Found;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.report.SchemaReport;
import dev.ddlint.rule.Example;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RulePage;
import dev.ddlint.text.Edit;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A fixed file has no finding of the rule, folds to the same schema up to validity, and needs no second run. */
class FixingTest {
  @TempDir
  private Path folder;

  @Test
  void examplesOfPages() throws IOException, InterruptedException {
    Set<String> fixed = new TreeSet<>();
    int count = 0;
    for (RuleIndex.Entry rule : RuleIndex.load().all()) {
      RulePage page = RulePage.of(rule);
      for (Example example : page.examples()) {
        Path place = folder.resolve("example" + count++);
        Result before = new ExampleProject(place, page, example).lint();
        Fixing fixing = Fixing.of(before);
        if (!fixing.files().isEmpty()) {
          // The example is judged with its options, which a folder alone does not know.
          Example repaired = repaired(example, fixing);
          Path copy = folder.resolve("example" + count++);
          Result after = new ExampleProject(copy, page, repaired).lint();
          String name = page.id() + " at line " + example.line();
          compare(name, before, fixing, after);
          if (example.language() == Example.Language.SQL) {
            assertThat(fold(copy)).as(name).isEqualTo(fold(place));
          }
          fixing.files().forEach(file -> file.findings().forEach(finding -> fixed.add(finding.rule())));
        }
      }
    }
    assertThat(fixed).contains("blocking-index-build", "blocking-index-drop", "validating-foreign-key",
        "validating-check", "not-rerunnable", "missing-foreign-key-index");
  }

  private static Example repaired(Example example, Fixing fixing) {
    assertThat(fixing.files()).hasSize(1);
    return new Example(example.language(), example.bad(), example.caption(), example.attributes(), example.history(),
        fixing.files().get(0).after(), example.end(), example.expected(), example.line());
  }

  @Test
  void ofTwoEditsOfOnePlaceTheFirstIsMade() {
    SourceFile file = new SourceFile("a.sql", "SELECT 1;");
    Result result = new Result(List.of(finding("first", file, 0, 6, "VALUES"), finding("second", file, 3, 8, "x"),
        finding("third", file, 9, 9, "\n")), Set.of("a.sql"), 1, 1, 1, List.of(), Map.of(), Map.of(), List.of(),
        List.of(), List.of(), List.of(), Map.of());
    Fixing fixing = Fixing.of(result);
    assertThat(fixing.files()).singleElement().extracting(Fixing.Fixed::after).isEqualTo("VALUES 1;\n");
    assertThat(fixing.waiting()).extracting(Finding::rule).containsExactly("second");
    assertThat(fixing.count()).isEqualTo(2);
  }

  @Test
  void aPublishedFileIsNotEdited() {
    SourceFile file = new SourceFile("a.sql", "SELECT 1;");
    Result result = new Result(List.of(finding("first", file, 0, 6, "VALUES")), Set.of("b.sql"), 1, 1, 1, List.of(),
        Map.of(), Map.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
    assertThat(Fixing.of(result)).isEqualTo(Fixing.NONE);
  }

  private static Finding finding(String rule, SourceFile file, int start, int end, String replacement) {
    Place place = new Place(file, new Span(start, end));
    return new Finding(rule, Level.ERROR, rule, place, new ObjectPath("table", rule), List.of(), List.of(),
        Optional.empty(), List.of(new Fix(rule, List.of(new Edit(place, replacement)))), rule);
  }

  /** All migrations of a history at once, as if none were published. */
  @TestFactory
  Stream<DynamicTest> realHistories() throws IOException {
    Path corpus = Corpus.folder();
    List<Path> projects;
    try (Stream<Path> files = Files.list(corpus)) {
      projects = files.filter(Files::isDirectory).sorted().toList();
    }
    return projects.stream()
        .map(project -> DynamicTest.dynamicTest(project.getFileName().toString(), () -> checkHistory(project)));
  }

  private void checkHistory(Path project) throws IOException, InterruptedException {
    Path copy = folder.resolve(project.getFileName());
    copy(project, copy);
    Map<String, Set<String>> schema = fold(copy);
    Result before = everythingEditable(lint(copy));
    Fixing fixing = Fixing.of(before);
    for (Fixing.Fixed file : fixing.files()) {
      Files.writeString(copy.resolve(file.before().path()), file.after());
    }
    Result after = everythingEditable(lint(copy));
    compare(project.toString(), before, fixing, after);
    assertThat(fold(copy)).isEqualTo(schema);
  }

  private static void compare(String name, Result before, Fixing fixing, Result after) {
    Map<String, Integer> expected = counts(before.findings());
    Set<String> rules = new HashSet<>();
    fixing.files().forEach(file -> file.findings().forEach(finding -> {
      rules.add(key(finding));
      expected.merge(key(finding), -1, Integer::sum);
    }));
    Map<String, Integer> found = counts(after.findings());
    for (String rule : rules) {
      assertThat(found.getOrDefault(rule, 0)).as("%s: %s", name, rule).isEqualTo(expected.get(rule));
    }
    if (fixing.waiting().isEmpty()) {
      assertThat(Fixing.of(after).files()).as(name).isEmpty();
    }
    assertThat(after.unparsed()).as(name).hasSameSizeAs(before.unparsed());
  }

  private static Map<String, Integer> counts(List<Finding> findings) {
    Map<String, Integer> counts = new TreeMap<>();
    findings.forEach(finding -> counts.merge(key(finding), 1, Integer::sum));
    return counts;
  }

  private static String key(Finding finding) {
    return finding.place().file().path() + " " + finding.rule();
  }

  private static Result everythingEditable(Result result) {
    Set<String> files = result.findings().stream().flatMap(finding -> finding.fixes().stream())
        .flatMap(fix -> fix.edits().stream()).map(edit -> edit.place().file().path()).collect(Collectors.toSet());
    return new Result(result.findings(), files, result.files(), result.statements(), result.understood(),
        result.unparsed(), result.foreign(), result.testData(), result.problems(), result.notices(),
        result.unused(), result.silenced(), result.scripts());
  }

  private static Result lint(Path project) throws InterruptedException {
    return Linter.lint(ProjectFinder.find(List.of(project), project), RuleIndex.load(), Configuration.DEFAULT);
  }

  /** The lines of the schema by project, without what tells whether a constraint is validated. */
  private static Map<String, Set<String>> fold(Path project) throws IOException, InterruptedException {
    Found found = ProjectFinder.find(List.of(project), project);
    Map<String, Set<String>> schemas = new TreeMap<>();
    for (Map.Entry<String, Catalog> one : Linter.fold(found, Configuration.DEFAULT, new ArrayList<>()).entrySet()) {
      StringBuilder lines = new StringBuilder();
      SchemaReport.tsv(one.getValue(), lines);
      String name = one.getKey().replaceFirst("example\\d+", "example");
      schemas.put(name, lines.toString().lines().map(FixingTest::withoutValidity).collect(Collectors.toSet()));
    }
    return schemas;
  }

  private static String withoutValidity(String line) {
    if (line.startsWith("foreign-key\t")) {
      return line.substring(0, line.lastIndexOf('\t'));
    }
    return line.startsWith("check\t") ? line.replaceFirst("\t(yes|no)\t", "\t").replace(" NOT VALID", "") : line;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path path : walk.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }
}
