package dev.ddlint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.ir.Dialect;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which folder is whose, and in which order its files are applied. */
class LayoutsTest {
  private @TempDir Path folder;
  private Tree tree;

  @BeforeEach
  void makeTree() {
    tree = new Tree(folder);
  }

  private Project project(String layout) {
    Project project = tree.only().project();
    assertThat(project.layout().id()).isEqualTo(layout);
    return project;
  }

  @Test
  void prismaGoesByFolderAndLockFile() {
    tree.withFiles("db/migrations/20240101_b/migration.sql", "db/migrations/20230101_a/migration.sql",
        "db/migrations/extra/migration.sql").with("db/migrations/migration_lock.toml",
            "# written by prisma\nprovider = \"mysql\"\n");
    Project project = project("prisma");
    assertThat(Tree.up(project)).containsExactly("db/migrations/20230101_a/migration.sql",
        "db/migrations/20240101_b/migration.sql", "db/migrations/extra/migration.sql");
    assertThat(project.dialect()).contains(Dialect.MYSQL);
    assertThat(project.name()).isEqualTo("db/migrations");
  }

  @Test
  void prismaNeedsNoLockFile() {
    tree.withFiles("migrations/0_init/migration.sql", "migrations/0_init/note.sql");
    Found found = tree.find();
    assertThat(found.selections()).extracting(s -> s.project().layout().id()).containsExactly("prisma", "plain");
  }

  @Test
  void aLoneFolderWithAMigrationFileIsPlain() {
    tree.withFiles("docs/sql/migration.sql", "docs/sql/up.sql");
    assertThat(Tree.up(project("plain"))).containsExactly("docs/sql/migration.sql", "docs/sql/up.sql");
  }

  @Test
  void golangMigratePairsByNumber() {
    tree.withFiles("m/10_c.up.sql", "m/2_b.up.sql", "m/2_b.down.sql", "m/V0001.a.up.sql", "m/7_gone.down.sql");
    Project project = project("golang-migrate");
    assertThat(Tree.up(project)).containsExactly("m/V0001.a.up.sql", "m/2_b.up.sql", "m/10_c.up.sql");
    assertThat(Tree.aside(project)).containsExactly("m/2_b.down.sql", "m/7_gone.down.sql");
    assertThat(project.downOf(project.migrations().get(1))).map(Migration::name).contains("2_b");
    assertThat(project.downOf(project.migrations().get(2))).isEmpty();
  }

  @Test
  void popTakesOneDatabasesFiles() {
    tree.withFiles("m/1_a.up.sql", "m/2_b.postgres.up.sql", "m/2_b.mysql.up.sql", "m/2_b.up.sql",
        "m/3_c.autocommit.up.sql");
    Project project = project("pop");
    assertThat(Tree.up(project)).containsExactly("m/1_a.up.sql", "m/2_b.postgres.up.sql", "m/3_c.autocommit.up.sql");
    assertThat(Tree.aside(project)).containsExactlyInAnyOrder("m/2_b.mysql.up.sql", "m/2_b.up.sql");
    assertThat(project.dialect()).contains(Dialect.POSTGRESQL);
  }

  @Test
  void gooseIsToldByItsMarks() {
    tree.with("m/00002_b.sql", "-- +goose Up\n").with("m/00001_a.sql", "-- +goose Up\n").withFiles("m/seed.sql");
    Found found = tree.find();
    assertThat(found.selections()).extracting(s -> s.project().layout().id()).containsExactly("goose", "plain");
    Project goose = found.selections().getFirst().project();
    assertThat(Tree.up(goose)).containsExactly("m/00001_a.sql", "m/00002_b.sql");
    assertThat(goose.migrations()).extracting(Migration::direction).containsOnly(Direction.BOTH);
  }

  @Test
  void dbmateIsToldByItsMarks() {
    tree.with("db/migrations/20200101_a.sql", "-- migrate:up\n\n-- migrate:down\n");
    assertThat(Tree.up(project("dbmate"))).containsExactly("db/migrations/20200101_a.sql");
  }

  @Test
  void drizzleGoesByItsJournal() {
    tree.withFiles("out/0000_a.sql", "out/0001_b.sql", "out/0001_c.sql", "out/0002_new.sql")
        .with("out/meta/_journal.json", "{\"version\":\"7\",\"dialect\":\"postgresql\",\"entries\":["
            + "{\"idx\":0,\"tag\":\"0000_a\"},{\"idx\":1,\"tag\":\"0001_c\"},{\"idx\":2,\"tag\":\"0001_b\"}]}");
    Project project = project("drizzle");
    assertThat(Tree.up(project)).containsExactly("out/0000_a.sql", "out/0001_c.sql", "out/0001_b.sql",
        "out/0002_new.sql");
    assertThat(project.dialect()).contains(Dialect.POSTGRESQL);
    assertThat(project.notices()).singleElement().asString().startsWith("out/0002_new.sql: is not in meta/_journal");
  }

  @Test
  void drizzleIsToldByItsBreakpoints() {
    tree.with("out/0000_a.sql", "SELECT 1;\n--> statement-breakpoint\nSELECT 2;").withFiles("out/0001_b.sql");
    assertThat(Tree.up(project("drizzle"))).containsExactly("out/0000_a.sql", "out/0001_b.sql");
  }

  @Test
  void drizzleMayHaveAFolderAMigration() {
    tree.withFiles("drizzle/20250101_a/migration.sql", "drizzle/20250101_a/snapshot.json");
    assertThat(Tree.up(project("drizzle"))).containsExactly("drizzle/20250101_a/migration.sql");
  }

  @Test
  void dieselGoesByVersionWithoutHyphens() {
    tree.withFiles("migrations/2026-07-24-154000-0000_b/up.sql", "migrations/2026-07-24-154000-0000_b/down.sql",
        "migrations/20140924113530_a/up.sql", "migrations/00000000000000_init/up.sql");
    Project project = project("diesel");
    assertThat(Tree.up(project)).containsExactly("migrations/00000000000000_init/up.sql",
        "migrations/20140924113530_a/up.sql", "migrations/2026-07-24-154000-0000_b/up.sql");
    assertThat(project.downOf(project.migrations().getLast())).isPresent();
  }

  @Test
  void flywayComparesVersionsPartByPart() {
    tree.withFiles("m/V1_10__d.sql", "m/V1_2__c.sql", "m/V1.1__b.sql", "m/R__views.sql", "m/R__a.sql", "m/U1_2__c.sql");
    Project project = project("flyway");
    assertThat(Tree.up(project)).containsExactly("m/V1.1__b.sql", "m/V1_2__c.sql", "m/V1_10__d.sql", "m/R__a.sql",
        "m/R__views.sql");
    assertThat(project.downOf(project.migrations().get(1))).map(Migration::shownPath).contains("m/U1_2__c.sql");
  }

  @Test
  void aFlywayBaselineCountsOnlyWhereItsVersionsAreGone() {
    tree.withFiles("kept/V1__a.sql", "kept/V2__b.sql", "kept/B1__a.sql", "gone/B3__all.sql", "gone/V4__d.sql");
    Found found = tree.find();
    assertThat(Tree.up(found.selections().get(0).project())).containsExactly("gone/B3__all.sql", "gone/V4__d.sql");
    assertThat(Tree.up(found.selections().get(1).project())).containsExactly("kept/V1__a.sql", "kept/V2__b.sql");
    assertThat(Tree.aside(found.selections().get(1).project())).containsExactly("kept/B1__a.sql");
  }

  @Test
  void supabaseIsToldByItsPlace() {
    tree.withFiles("supabase/migrations/20240102_b.sql", "supabase/migrations/20240101_a.sql");
    Project project = project("supabase");
    assertThat(Tree.up(project)).containsExactly("supabase/migrations/20240101_a.sql",
        "supabase/migrations/20240102_b.sql");
    assertThat(project.dialect()).contains(Dialect.POSTGRESQL);
  }

  @Test
  void sqlxIsToldByWhatStandsAround() {
    tree.withFiles("migrations/1_a.sql", "migrations/2_b.up.sql", "migrations/2_b.down.sql").with("Cargo.toml",
        "[dependencies]\nsqlx = \"0.8\"\n");
    assertThat(Tree.up(project("sqlx"))).containsExactly("migrations/1_a.sql", "migrations/2_b.up.sql");
  }

  @Test
  void aPlainFolderCountsAsPeopleDo() {
    tree.withFiles("sql/v10.sql", "sql/v2.sql", "sql/v1-core.sql");
    assertThat(Tree.up(project("plain"))).containsExactly("sql/v1-core.sql", "sql/v2.sql", "sql/v10.sql");
  }

  @Test
  void twoLayoutsInOneFolderAreTwoHistoriesAndANotice() {
    tree.withFiles("m/V1__a.sql", "m/2_b.up.sql");
    Found found = tree.find();
    assertThat(found.selections()).extracting(s -> s.project().layout().id()).containsExactly("flyway",
        "golang-migrate");
    assertThat(found.notices()).containsExactly("m: holds migrations of Flyway and of golang-migrate; ddlint takes"
        + " them for two histories; give each a folder of its own");
  }

  @Test
  void foldersTellTheDialect() {
    tree.withFiles("jdbc-mysql/x/m/a.sql", "h2-default/a.sql", "mysql-to-postgres/a.sql", "mysqlish/a.sql");
    assertThat(tree.find().selections()).extracting(s -> s.project().dialect().map(Enum::name).orElse("-"))
        .containsExactly("H2", "MYSQL", "-", "-");
  }
}
