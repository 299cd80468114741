package dev.ddlint.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What arguments stand for: the whole history is loaded, what was named is reported. */
class ProjectFinderTest {
  private static final String DATASOURCE = "datasource db {\n  provider = \"postgresql\"\n}\n";

  private @TempDir Path folder;
  private Tree tree;

  @BeforeEach
  void makeTree() {
    tree = new Tree(folder);
  }

  private void prisma(String at) {
    tree.withFiles(at + "/migrations/1_a/migration.sql", at + "/migrations/2_b/migration.sql").with(
        at + "/migrations/migration_lock.toml", "provider = \"postgresql\"").with(at + "/schema.prisma", DATASOURCE);
  }

  @Test
  void aFileReportsItselfAndLoadsItsHistory() {
    prisma("prisma");
    Selection selection = tree.only("prisma/migrations/2_b/migration.sql");
    assertThat(tree.reported(selection)).containsExactly("prisma/migrations/2_b/migration.sql");
    assertThat(selection.project().migrations()).hasSize(2);
    assertThat(selection.project().schema()).map(PrismaSchema::shownPath).contains("prisma/schema.prisma");
    assertThat(selection.reports(selection.project().migrations().getFirst())).isFalse();
  }

  @Test
  void aMigrationsFolderAsItsFile() {
    prisma("prisma");
    assertThat(tree.reported(tree.only("prisma/migrations/1_a"))).containsExactly(
        "prisma/migrations/1_a/migration.sql");
    assertThat(tree.reported(tree.only("prisma/migrations"))).hasSize(2);
  }

  @Test
  void aFolderReportsAllBelow() {
    prisma("a/prisma");
    prisma("b/prisma");
    Found found = tree.find();
    assertThat(found.selections()).extracting(s -> s.project().name()).containsExactly("a/prisma/migrations",
        "b/prisma/migrations");
    assertThat(found.selections()).allMatch(Selection::all);
  }

  @Test
  void argumentsOfOneHistoryMerge() {
    prisma("prisma");
    Selection selection = tree.only("prisma/migrations/2_b", "prisma/schema.prisma",
        "prisma/migrations/1_a/migration.sql", "prisma/migrations/1_a");
    assertThat(tree.reported(selection)).containsExactly("prisma/migrations/1_a/migration.sql",
        "prisma/migrations/2_b/migration.sql", "prisma/schema.prisma");
    assertThat(selection.all()).isTrue();
  }

  @Test
  void aDownFileIsReportedWhenNamed() {
    tree.withFiles("m/1_a.up.sql", "m/1_a.down.sql");
    assertThat(tree.reported(tree.only("m/1_a.down.sql"))).containsExactly("m/1_a.down.sql");
  }

  @Test
  void aSchemaAttachesItsMigrations() {
    prisma("prisma");
    Selection selection = tree.only("prisma/schema.prisma");
    assertThat(tree.reported(selection)).containsExactly("prisma/schema.prisma");
    assertThat(selection.project().migrations()).hasSize(2);
  }

  @Test
  void aSchemaWithoutMigrationsHasAnEmptyHistory() {
    tree.with("db/schema.prisma", DATASOURCE);
    Project project = tree.only().project();
    assertThat(project.migrations()).isEmpty();
    assertThat(project.name()).isEqualTo("db/schema.prisma");
    assertThat(project.dialect()).isPresent();
  }

  @Test
  void filesOfOneFolderAreOneSchema() {
    tree.with("prisma/schema/schema.prisma", DATASOURCE).with("prisma/schema/user.prisma", "model U {}").with(
        "prisma/schema/more/post.prisma", "model P {}").withFiles("prisma/migrations/1_a/migration.sql");
    Selection selection = tree.only("prisma/schema/more/post.prisma");
    assertThat(selection.project().schema().orElseThrow().files()).extracting(PrismaSchema.PrismaFile::shownPath)
        .containsExactly("prisma/schema/schema.prisma", "prisma/schema/user.prisma", "prisma/schema/more/post.prisma");
    assertThat(selection.project().migrations()).hasSize(1);
    assertThat(tree.only().all()).isTrue();
  }

  @Test
  void theDatasourceMayStandBelowTheModels() {
    tree.with("schema/base/db.prisma", DATASOURCE).with("schema/user.prisma", "model U {}");
    assertThat(tree.only("schema/user.prisma").project().schema().orElseThrow().files()).hasSize(2);
    assertThat(tree.only("schema/base/db.prisma").project().schema().orElseThrow().files()).hasSize(2);
  }

  @Test
  void twoDatasourcesAreTwoProjects() {
    tree.with("one.prisma", DATASOURCE).with("two.prisma", DATASOURCE).with("sub/three.prisma", DATASOURCE);
    assertThat(tree.find().selections()).extracting(s -> s.project().name()).containsExactly("one.prisma",
        "sub/three.prisma", "two.prisma");
  }

  @Test
  void theConfigurationNamesTheMigrations() {
    tree.with("prisma.config.ts",
        "export default defineConfig({\n  schema: path.join(\"src\", \"db\"),\n  migrations: {\n"
            + "    seed: 'tsx seed.ts',\n    path: path.join(\"db\", \"history\"),\n  },\n});\n")
        .with("src/db/main.prisma", DATASOURCE).withFiles("db/history/1_a/migration.sql");
    assertThat(tree.only("src/db/main.prisma").project().name()).isEqualTo("db/history");
    assertThat(tree.only("db/history/1_a/migration.sql").project().schema()).isPresent();
  }

  @Test
  void skipsWhatIsNotOursUnlessNamed() {
    tree.withFiles("node_modules/x/m/a.sql", ".hidden/a.sql", "vendor/a.sql", "own/a.sql");
    assertThat(tree.reported(tree.only())).containsExactly("own/a.sql");
    assertThat(tree.reported(tree.only("vendor"))).containsExactly("vendor/a.sql");
  }

  @Test
  void testDataIsLookedIntoWhenNamedAndCountedWhenNot() {
    tree.withFiles("go/testdata/a.sql", "go/testdata/sub/b.sql", "js/__fixtures__/c.sql", "own/a.sql",
        "test-fixtures/d.sql", "supabase/tests/database/e.sql");
    Found found = tree.find();
    assertThat(found.selections()).extracting(s -> s.project().name()).containsExactly("own", "test-fixtures");
    assertThat(found.testData()).containsOnly(entry("go/testdata", 2), entry("js/__fixtures__", 1),
        entry("supabase/tests", 1));
    assertThat(tree.reported(tree.only("go/testdata/sub"))).containsExactly("go/testdata/sub/b.sql");
    assertThat(tree.find("go/testdata").testData()).isEmpty();
    assertThat(tree.find("go/testdata").selections()).hasSize(2);
    assertThat(tree.find("go").problems()).singleElement().asString().contains("testdata", "only when named");
  }

  @Test
  void testDataIsCountedOnceAndNotWhereItIsJudged() {
    tree.withFiles("go/testdata/a.sql", "go/testdata/b.sql", "go/m/1.sql");
    assertThat(tree.find(".", "go").testData()).containsOnly(entry("go/testdata", 2));
    assertThat(tree.find("go", "go/testdata/a.sql").testData()).containsOnly(entry("go/testdata", 1));
    assertThat(tree.find("go/testdata", "go").testData()).isEmpty();
  }

  @Test
  void problemsNameThePathAndWhatToDo() {
    tree.with("empty/readme.txt", "");
    Found found = tree.find("no/such", "empty", "empty/readme.txt");
    assertThat(found.selections()).isEmpty();
    assertThat(found.problems()).hasSize(3);
    assertThat(found.problems().get(0)).startsWith("no/such: no such file or folder; expected ");
    assertThat(found.problems().get(1)).startsWith("empty: holds no .sql and no .prisma file");
    assertThat(found.problems().get(2)).startsWith("empty/readme.txt: is neither SQL nor a Prisma schema");
  }

  @Test
  void pathsOutsideAreShownFromTheWorkingDirectory() {
    tree.withFiles("m/a.sql").withFiles("here/x.sql");
    Found found = ProjectFinder.find(List.of(Path.of("../m")), folder.resolve("here"));
    assertThat(found.selections().getFirst().project().name()).isEqualTo("../m");
  }
}
