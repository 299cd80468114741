package dev.ddlint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.text.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories and runners that a configuration tells. */
class ConfiguredHistoriesTest {
  private @TempDir Path folder;
  private Tree tree;

  @BeforeEach
  void makeTree() {
    tree = new Tree(folder);
  }

  private Found find(ProjectSettings settings, String... arguments) {
    return ProjectFinder.find(List.of(arguments).stream().map(Path::of).toList(), folder, settings);
  }

  private ProjectSettings patterns(String... globs) {
    return new ProjectSettings(
        List.of(globs).stream().map(g -> new HistoryPattern(folder, g, Optional.empty())).toList(), Optional.empty());
  }

  private static ProjectSettings runBy(Layout tool) {
    return new ProjectSettings(List.of(), Optional.of(tool));
  }

  @Test
  void aPatternIsOneHistoryOverFolders() {
    tree.withFiles("db/v1.10/a.sql", "db/v1.9/b.sql", "db/v1.9/a.sql", "db/v1/z.sql", "db/v1/z.down.sql", "db/all.sql");
    Found found = find(patterns("db/v*/*.sql"));
    assertThat(found.problems()).isEmpty();
    assertThat(found.selections()).hasSize(2);
    Project told = found.selections().get(1).project();
    assertThat(told.name()).isEqualTo("db/v*/*.sql");
    assertThat(Tree.up(told)).containsExactly("db/v1/z.sql", "db/v1.9/a.sql", "db/v1.9/b.sql", "db/v1.10/a.sql");
    assertThat(told.downOf(told.migrations().getFirst())).map(Migration::shownPath).contains("db/v1/z.down.sql");
    assertThat(Tree.up(found.selections().get(0).project())).containsExactly("db/all.sql");
  }

  @Test
  void twoStarsStandForAnyNumberOfFolders() {
    tree.withFiles("db/a.sql", "db/x/b.sql", "db/x/y/c.sql");
    assertThat(Tree.up(find(patterns("db/**/*.sql")).selections().getFirst().project())).containsExactly("db/a.sql",
        "db/x/b.sql", "db/x/y/c.sql");
  }

  @Test
  void aFileOfAPatternLoadsItsHistory() {
    tree.withFiles("db/v1/a.sql", "db/v2/a.sql");
    Selection selection = find(patterns("db/*/a.sql"), "db/v2/a.sql").selections().getFirst();
    assertThat(tree.reported(selection)).containsExactly("db/v2/a.sql");
    assertThat(selection.project().migrations()).hasSize(2);
  }

  @Test
  void aPatternGoesBeforeTheLayouts() {
    tree.withFiles("m/V1__a.sql", "m/V2__b.sql", "p/1_a/migration.sql", "p/2_b/migration.sql");
    Found found = find(patterns("m/*.sql", "p/*/migration.sql"));
    assertThat(found.selections()).extracting(s -> s.project().layout().id()).containsExactly("plain", "plain");
    assertThat(found.selections()).allMatch(s -> s.project().migrations().size() == 2);
  }

  @Test
  void aPatternWithoutFilesIsAProblem() {
    tree.withFiles("m/a.sql");
    assertThat(find(patterns("n/*.sql")).problems()).singleElement().asString().startsWith("`n/*.sql` in the"
        + " configuration matches no .sql file below .; expected a glob");
  }

  @Test
  void aFileOfTwoPatternsIsTheFirstOnes() {
    tree.withFiles("m/1.sql", "m/2.sql");
    Found found = find(patterns("m/1.sql", "m/*.sql"));
    assertThat(found.notices()).singleElement().asString().startsWith("m/1.sql: matches two patterns");
    assertThat(Tree.up(found.selections().get(1).project())).containsExactly("m/1.sql");
    assertThat(Tree.up(found.selections().get(0).project())).containsExactly("m/2.sql");
  }

  private static List<Section> sections(Found found, String text) {
    Project project = found.selections().getFirst().project();
    Migration migration = project.migrations().getFirst();
    return project.layout().sections(migration, new SourceFile(migration.shownPath(), text));
  }

  @Test
  void aPlainFolderTakesTheMarksOfItsRunner() {
    tree.withFiles("m/a.sql");
    String text = "-- +goose NO TRANSACTION\n-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2;\n";
    List<Section> sections = sections(find(runBy(new Goose())), text);
    assertThat(sections).extracting(Section::direction).containsExactly(Direction.UP, Direction.DOWN);
    assertThat(sections.getFirst().runner().optOut()).isEqualTo("-- +goose NO TRANSACTION");
  }

  @Test
  void aDetectedLayoutKeepsItsDirections() {
    tree.with("m/1_a.sql", "-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2;\n");
    Found found = find(runBy(Layouts.reaching(RunnerProfile.Reach.STATEMENT)));
    assertThat(found.selections().getFirst().project().layout().id()).isEqualTo("goose");
    List<Section> sections = sections(found, "-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2;\n");
    assertThat(sections).extracting(Section::direction).containsExactly(Direction.UP, Direction.DOWN);
    assertThat(sections).allSatisfy(s -> assertThat(s.runner().transaction(2).because()).isEqualTo("the configured"
        + " runner runs a file statement by statement, without a transaction"));
  }
}
