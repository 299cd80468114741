package dev.ddlint.project.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ddlint.project.Review;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What git is asked, and what it answers, on repositories made for each question. */
class SinceTest {
  @TempDir
  private Path folder;

  private WorkTree tree() {
    return WorkTree.init(folder.resolve("tree")).file("db/001.sql", "SELECT 1;\n").file("db/002.sql", "SELECT 2;\n")
        .commit();
  }

  private static Review since(WorkTree tree, String ref, String... paths) throws GitException {
    return Since.review(ref, List.of(paths).stream().map(Path::of).toList(), tree.folder());
  }

  private static List<String> names(WorkTree tree, Collection<Path> files) {
    return files.stream().map(file -> tree.folder().toAbsolutePath().normalize().relativize(file).toString()).toList();
  }

  @Test
  void committedStagedAndUntrackedFilesAreAdded() throws GitException {
    WorkTree tree = tree();
    tree.git("checkout", "-q", "-b", "branch");
    tree.file("db/003.sql", "SELECT 3;\n").commit().file("db/004.sql", "SELECT 4;\n");
    tree.git("add", "db/004.sql");
    tree.file("db/005.sql", "SELECT 5;\n").file("notes.txt", "none of it\n");
    Review review = since(tree, "main");
    assertThat(names(tree, review.added())).containsExactly("db/003.sql", "db/004.sql", "db/005.sql");
    assertThat(review.changed()).isEmpty();
    assertThat(review.gone()).isEmpty();
    assertThat(names(tree, since(tree, "HEAD").added())).containsExactly("db/004.sql", "db/005.sql");
  }

  @Test
  void ignoredFilesAreNoPartOfAReview() throws GitException {
    WorkTree tree = tree().file(".gitignore", "local/\n").commit().file("local/001.sql", "SELECT 1;\n");
    assertThat(since(tree, "HEAD").added()).isEmpty();
  }

  @Test
  void changedAndDeletedFilesComeWithTheirTextOfThen() throws GitException {
    WorkTree tree = tree();
    tree.file("db/001.sql", "SELECT 11;\n").delete("db/002.sql");
    Review review = since(tree, "HEAD");
    assertThat(review.changed().values()).containsExactly("SELECT 1;\n");
    assertThat(names(tree, review.gone().keySet())).containsExactly("db/002.sql");
    assertThat(review.gone().values()).containsExactly("SELECT 2;\n");
  }

  @Test
  void theBaseIsWhereTheBranchBegan() throws GitException {
    WorkTree tree = tree();
    tree.git("checkout", "-q", "-b", "branch");
    tree.file("db/003.sql", "SELECT 3;\n").commit();
    tree.git("checkout", "-q", "main");
    tree.file("db/004.sql", "SELECT 4;\n").file("db/001.sql", "SELECT 'main';\n").commit();
    tree.git("checkout", "-q", "branch");
    Review review = since(tree, "main");
    assertThat(names(tree, review.added())).containsExactly("db/003.sql");
    assertThat(review.changed()).as("main changed it, not the branch").isEmpty();
    assertThat(review.gone()).isEmpty();
    assertThat(names(tree, review.ahead())).containsExactly("db/004.sql");
  }

  @Test
  void whatASquashBroughtToTheBranchNamedIsNotNewAnyMore() throws GitException {
    WorkTree tree = tree();
    tree.git("checkout", "-q", "-b", "branch");
    tree.file("db/003.sql", "SELECT 3;\n").commit();
    tree.git("checkout", "-q", "main");
    tree.git("merge", "-q", "--squash", "branch");
    tree.commit();
    tree.git("checkout", "-q", "branch");
    tree.file("db/004.sql", "SELECT 4;\n").commit();
    assertThat(names(tree, since(tree, "main").added())).containsExactly("db/004.sql");
    tree.file("db/003.sql", "SELECT 33;\n").commit();
    Review review = since(tree, "main");
    assertThat(names(tree, review.added())).containsExactly("db/004.sql");
    assertThat(names(tree, review.changed().keySet())).as("main has it otherwise").containsExactly("db/003.sql");
  }

  @Test
  void aRenamedFileIsGoneAndAdded() throws GitException {
    WorkTree tree = tree();
    tree.git("mv", "db/002.sql", "db/003.sql");
    Review review = since(tree, "HEAD");
    assertThat(names(tree, review.added())).containsExactly("db/003.sql");
    assertThat(names(tree, review.gone().keySet())).containsExactly("db/002.sql");
  }

  @Test
  void aFolderThatMovedHoldsTheSameMigrations() throws GitException {
    WorkTree tree = tree().file("prisma/migrations/1_a/migration.sql", "SELECT 1;\n")
        .file("prisma/migrations/2_b/migration.sql", "SELECT 2;\n").commit();
    tree.git("mv", "prisma", "database");
    tree.git("mv", "db", "sql");
    tree.file("sql/001.sql", "SELECT 'edited';\n");
    Review review = since(tree, "HEAD");
    assertThat(review.added()).isEmpty();
    assertThat(review.gone()).isEmpty();
    assertThat(names(tree, review.changed().keySet())).containsExactly("sql/001.sql");
  }

  @Test
  void aModeOrALineEndingIsNoChange() throws GitException {
    WorkTree tree = tree();
    assertThat(tree.folder().resolve("db/001.sql").toFile().setExecutable(true)).isTrue();
    tree.git("config", "core.autocrlf", "true");
    tree.file("db/002.sql", "SELECT 2;\r\n");
    assertThat(since(tree, "HEAD").changed()).isEmpty();
  }

  @Test
  void theUsersOwnSettingsOfDiffDoNotMatter() throws GitException {
    WorkTree tree = tree();
    tree.git("config", "diff.external", "/bin/false");
    tree.git("config", "diff.renames", "copies");
    tree.git("config", "diff.noprefix", "true");
    tree.git("config", "color.ui", "always");
    tree.git("config", "status.showUntrackedFiles", "no");
    tree.git("mv", "db/002.sql", "db/003.sql");
    tree.file("db/\"odd\" näme\n.sql", "SELECT 1;\n");
    Review review = since(tree, "HEAD");
    assertThat(names(tree, review.added())).containsExactly("db/\"odd\" näme\n.sql", "db/003.sql");
    assertThat(review.gone()).hasSize(1);
  }

  @Test
  void aWorktreeAndASubfolderAreAskedAlike() throws GitException {
    WorkTree tree = tree();
    tree.git("worktree", "add", "-q", "-b", "other", "../other");
    WorkTree other = new WorkTree(folder.resolve("other")).file("db/003.sql", "SELECT 3;\n");
    assertThat(names(other, since(other, "main", "db").added())).containsExactly("db/003.sql");
    WorkTree below = new WorkTree(other.folder().resolve("db"));
    assertThat(names(below, since(below, "main").added())).containsExactly("003.sql");
  }

  @Test
  void aSubmoduleIsARepositoryOfItsOwn() throws GitException {
    WorkTree inner = WorkTree.init(folder.resolve("inner")).file("001.sql", "SELECT 1;\n").commit();
    WorkTree tree = tree();
    tree.git("submodule", "add", "-q", inner.folder().toString(), "schema");
    tree.commit();
    WorkTree module = new WorkTree(tree.folder().resolve("schema")).file("002.sql", "SELECT 2;\n");
    assertThat(names(tree, since(tree, "HEAD", "schema").added())).containsExactly("schema/002.sql");
    assertThat(since(tree, "HEAD").problems()).isEmpty();
    module.commit();
    assertThat(since(tree, "HEAD").problems()).singleElement().asString()
        .startsWith("schema: is a submodule, and another commit of it is checked out than at HEAD")
        .contains("ddlint check --since " + inner.git("rev-parse", "HEAD") + " schema");
    assertThat(since(tree, "HEAD", "db").problems()).isEmpty();
  }

  @Test
  void anUnknownCommitIsSaid() {
    WorkTree tree = tree();
    assertThatThrownBy(() -> since(tree, "origin/main"))
        .hasMessage("--since origin/main: is no commit that git knows here; fetch it, or correct the name");
    assertThatThrownBy(() -> since(tree, "--output=x")).hasMessageContaining("expected a branch, a tag or a commit");
    assertThatThrownBy(() -> since(tree, "")).hasMessageContaining("expected a branch");
    tree.commit();
    assertThatThrownBy(() -> since(tree, "HEAD~1..HEAD")).isInstanceOf(GitException.class);
    assertThatThrownBy(() -> since(tree, "HEAD:db")).isInstanceOf(GitException.class);
  }

  @Test
  void aShallowCloneIsSaidToBeOne() throws GitException {
    WorkTree origin = tree();
    origin.git("checkout", "-q", "-b", "branch");
    origin.file("db/003.sql", "SELECT 3;\n").commit();
    origin.git("checkout", "-q", "main");
    origin.file("db/004.sql", "SELECT 4;\n").commit();
    WorkTree here = new WorkTree(folder);
    here.git("clone", "-q", "--depth", "1", "--branch", "branch", "file://" + origin.folder(), "clone");
    WorkTree clone = new WorkTree(folder.resolve("clone"));
    assertThatThrownBy(() -> since(clone, "origin/main")).hasMessageContaining("is no commit that git knows here")
        .hasMessageContaining("this clone is shallow").hasMessageContaining("fetch-depth: 0");
    clone.git("fetch", "-q", "--depth", "1", "origin", "main:refs/remotes/origin/main");
    assertThatThrownBy(() -> since(clone, "origin/main")).hasMessageContaining("has no commit in common with HEAD")
        .hasMessageContaining("git fetch --unshallow");
    clone.git("fetch", "-q", "--unshallow", "origin");
    assertThat(names(clone, since(clone, "origin/main").added())).containsExactly("db/003.sql");
  }

  @Test
  void unrelatedHistoriesHaveNoBase() {
    WorkTree tree = tree();
    tree.git("checkout", "-q", "--orphan", "alone");
    tree.file("db/003.sql", "SELECT 3;\n").commit();
    assertThatThrownBy(() -> since(tree, "main")).hasMessageContaining("has no commit in common with HEAD")
        .hasMessageContaining("name a branch that this one came from");
  }

  @Test
  void withoutARepositoryACommitOrGitThereIsNoAnswer() throws IOException {
    Path plain = Files.createDirectories(folder.resolve("plain"));
    assertThatThrownBy(() -> Since.review("main", List.of(), plain)).hasMessageContaining("lies in no git repository");
    WorkTree empty = WorkTree.init(folder.resolve("empty")).file("001.sql", "SELECT 1;\n");
    assertThatThrownBy(() -> since(empty, "HEAD")).hasMessageContaining("has no commit yet");
    Files.createDirectories(folder.resolve("broken/.git"));
    assertThatThrownBy(() -> Since.review("main", List.of(), folder.resolve("broken")))
        .hasMessageContaining("git finds no repository here");
    WorkTree tree = tree();
    assertThatThrownBy(() -> Since.review("HEAD", List.of(), tree.folder(), "no-such-git"))
        .hasMessageContaining("git is needed for --since and for git:REF, and `no-such-git` cannot be run");
  }

  @Test
  void aSymbolicLinkIsNotFollowedInSilence() throws IOException {
    WorkTree tree = tree();
    Files.createSymbolicLink(tree.folder().resolve("link"), tree.folder().resolve("db"));
    assertThatThrownBy(() -> since(tree, "HEAD", "link")).hasMessageContaining("leads through a symbolic link to");
  }
}
