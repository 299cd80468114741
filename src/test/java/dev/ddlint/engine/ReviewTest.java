package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.project.ProjectSettings;
import dev.ddlint.project.git.GitException;
import dev.ddlint.project.git.Since;
import dev.ddlint.project.git.WorkTree;
import dev.ddlint.rule.RuleIndex;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --since}, on real repositories: what is new, and what is reported. */
class ReviewTest {
  private static final String POSTS = """
      model User {
        id    Int    @id
        posts Post[]
      }

      model Post {
        id       Int  @id
        authorId Int
        author   User @relation(fields: [authorId], references: [id])
      }
      """;
  private static final String DATASOURCE = "datasource db {\n  provider = \"postgresql\"\n  url = env(\"URL\")\n}\n\n";

  @TempDir
  private Path folder;
  private WorkTree tree = new WorkTree(Path.of(""));

  @BeforeEach
  void history() {
    tree = WorkTree.init(folder).file("001_users.sql", "CREATE TABLE users (id bigint PRIMARY KEY, name text);\n")
        .file("002_index.sql", "CREATE INDEX users_name_idx ON users (name);\n").commit();
  }

  private Result result(String... paths) {
    return since("HEAD", paths);
  }

  private Result since(String ref, String... paths) {
    try {
      List<Path> arguments = Stream.of(paths).map(Path::of).toList();
      return Linter.lint(
          ProjectFinder.find(arguments, folder, ProjectSettings.NONE, Since.review(ref, arguments, folder)),
          RuleIndex.load(), Configuration.DEFAULT);
    } catch (GitException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<String> lint(String... paths) {
    return Bench.brief(result(paths));
  }

  @Test
  void whatWasThereIsNotReported() {
    assertThat(lint()).isEmpty();
    assertThat(result().problems()).isEmpty();
    tree.file("003_more.sql", "CREATE INDEX users_id_name_idx ON users (id, name);\n");
    assertThat(lint()).contains("003_more.sql:1 blocking-index-build")
        .allMatch(line -> line.startsWith("003_more.sql:"));
  }

  @Test
  void aTableMadeInTheFirstAddedMigrationIsNewInTheSecond() {
    tree.file("003_posts.sql", "CREATE TABLE posts (id bigint PRIMARY KEY, at timestamptz);\n")
        .file("004_posts_at.sql", "CREATE INDEX posts_at_idx ON posts (at);\n");
    assertThat(lint()).isEmpty();
    assertThat(lint("004_posts_at.sql")).as("alone, it is still part of the unit").isEmpty();
    tree.commit();
    assertThat(Bench.brief(new Bench(folder).lint("004_posts_at.sql"))).as("on its own day")
        .containsExactly("004_posts_at.sql:1 blocking-index-build");
  }

  @Test
  void aTableThatGotRowsInTheFirstIsNotEmptyInTheSecond() {
    tree.file("003_posts.sql",
        "CREATE TABLE posts (id bigint PRIMARY KEY, at timestamptz);\nINSERT INTO posts SELECT id, now() FROM users;\n")
        .file("004_posts_at.sql", "CREATE INDEX posts_at_idx ON posts (at);\n");
    assertThat(lint("004_posts_at.sql")).containsExactly("004_posts_at.sql:1 blocking-index-build");
  }

  @Test
  void aChangedMigrationIsJudgedOnItsOwnDay() {
    tree.file("002_index.sql", "CREATE INDEX users_name_idx ON users (name, id);\n").file("003_posts.sql",
        "CREATE TABLE posts (id bigint PRIMARY KEY);\n");
    assertThat(lint()).contains("002_index.sql:1 blocking-index-build");
  }

  @Test
  void pathsNarrowWhatIsReported() {
    tree.file("003_a.sql", "DROP TABLE users;\n").file("other/001_b.sql", "DROP TABLE old_things;\n");
    assertThat(lint()).containsExactly("003_a.sql:1 drop-table", "other/001_b.sql:1 drop-table");
    assertThat(lint("other")).containsExactly("other/001_b.sql:1 drop-table");
    assertThat(lint("003_a.sql")).containsExactly("003_a.sql:1 drop-table");
    assertThat(lint("001_users.sql")).as("it is not new").isEmpty();
    assertThat(result("001_users.sql").problems()).isEmpty();
    assertThat(result("nowhere.sql").problems()).singleElement().asString().contains("no such file or folder");
  }

  @Test
  void aCommentIsOfferedOnlyInWhatIsNew() {
    tree.file("002_index.sql", "CREATE INDEX users_name_idx ON users (name, id);\n").file("003_a.sql",
        "DROP TABLE users;\n").file("004_b.sql", "DROP TABLE others;\n");
    assertThat(result().editable()).containsExactlyInAnyOrder("003_a.sql", "004_b.sql");
  }

  @Test
  void ofAPrismaSchemaOnlyWhatIsNewIsReported() {
    tree.file("app/schema.prisma", DATASOURCE + POSTS).commit();
    assertThat(lint()).isEmpty();
    tree.file("app/schema.prisma", DATASOURCE + "/// moved down\n" + POSTS);
    assertThat(lint()).isEmpty();
    tree.file("app/schema.prisma", DATASOURCE + POSTS.replace("posts Post[]", "posts Post[]\n  likes Like[]")
        + "\nmodel Like {\n  id     Int  @id\n  userId Int\n  user   User @relation(fields: [userId], references: [id])\n}\n");
    assertThat(lint()).containsExactly("app/schema.prisma:20 missing-foreign-key-index");
    assertThat(Bench.brief(new Bench(folder).lint("app"))).contains("app/schema.prisma:14 missing-foreign-key-index");
  }

  @Test
  void anAddedPrismaSchemaIsReportedWhole() {
    tree.file("app/schema.prisma", DATASOURCE + POSTS);
    assertThat(lint()).containsExactly("app/schema.prisma:13 missing-foreign-key-index");
  }

  @Test
  void ofTwoLayersTheOneThatTheChangeTouchesSpeaks() {
    String tables = """
        CREATE TABLE "User" ("id" INTEGER NOT NULL, CONSTRAINT "User_pkey" PRIMARY KEY ("id"));
        CREATE TABLE "Post" ("id" INTEGER NOT NULL, "authorId" INTEGER NOT NULL, CONSTRAINT "Post_pkey" PRIMARY KEY ("id"));
        """;
    String key = "ALTER TABLE \"Post\" ADD CONSTRAINT \"Post_authorId_fkey\" FOREIGN KEY (\"authorId\") REFERENCES \"User\"(\"id\");\n";
    tree.file("p/migrations/migration_lock.toml", "provider = \"postgresql\"\n")
        .file("p/migrations/1_init/migration.sql", tables).file("p/schema.prisma", DATASOURCE + POSTS).commit();
    tree.file("p/migrations/2_key/migration.sql", key);
    String inSql = "p/migrations/2_key/migration.sql:1 missing-foreign-key-index";
    assertThat(lint()).contains(inSql);
    tree.file("p/schema.prisma", DATASOURCE + POSTS.replace("  authorId ",
        "  // ddlint:ignore missing-foreign-key-index: ten rows\n  authorId "));
    assertThat(lint()).as("silenced in the schema").noneMatch(line -> line.contains("missing-foreign-key-index"));
    tree.delete("p/migrations/2_key/migration.sql").file("p/schema.prisma",
        DATASOURCE + POSTS.replaceAll("(?m)^.*(posts|author ).*\\n", "")).commit();
    tree.file("p/migrations/2_key/migration.sql", key).file("p/schema.prisma", DATASOURCE + POSTS);
    assertThat(lint()).contains("p/schema.prisma:13 missing-foreign-key-index").doesNotContain(inSql);
  }

  @Test
  void allThatIsPendingIsOneTransactionOfDrizzles() {
    tree.file("drizzle/0000_init.sql",
        "CREATE TYPE state AS ENUM ('open');\n--> statement-breakpoint\nCREATE TABLE orders (id bigint PRIMARY KEY, state state, total bigint);\n--> statement-breakpoint\nCREATE TABLE events (id bigint PRIMARY KEY, at date);\n")
        .commit();
    tree.file("drizzle/0001_paid.sql",
        "ALTER TYPE state ADD VALUE 'paid';\n--> statement-breakpoint\nALTER TABLE orders ADD CONSTRAINT total_check CHECK (total > 0) NOT VALID;\n")
        .file("drizzle/0002_default.sql",
            "ALTER TABLE orders ALTER COLUMN state SET DEFAULT 'paid';\n--> statement-breakpoint\nALTER TABLE orders VALIDATE CONSTRAINT total_check;\n--> statement-breakpoint\nALTER TABLE events ALTER COLUMN at TYPE timestamp;\n");
    assertThat(lint("drizzle")).contains("drizzle/0002_default.sql:1 enum-value-used-too-early",
        "drizzle/0002_default.sql:3 validating-in-same-transaction");
    tree.commit();
    assertThat(Bench.brief(new Bench(folder).lint("drizzle"))).as("in an audit each file is one transaction")
        .doesNotContain("drizzle/0002_default.sql:1 enum-value-used-too-early",
            "drizzle/0002_default.sql:3 validating-in-same-transaction");
  }

  @Test
  void eachFileOfOtherToolsIsATransactionOfItsOwn() {
    tree.file("g/1_init.sql",
        "-- +goose Up\nCREATE TYPE state AS ENUM ('open');\nCREATE TABLE orders (id bigint PRIMARY KEY, state state);\n")
        .commit();
    tree.file("g/2_paid.sql", "-- +goose Up\nALTER TYPE state ADD VALUE 'paid';\n").file("g/3_default.sql",
        "-- +goose Up\nALTER TABLE orders ALTER COLUMN state SET DEFAULT 'paid';\n");
    assertThat(lint("g")).noneMatch(line -> line.contains("enum-value-used-too-early"));
  }

  @Test
  void aBranchThatTookANumberWhichCameToMainMeanwhileIsTold() {
    tree.file("g/1_init.sql", "-- +goose Up\nCREATE TABLE a (id bigint PRIMARY KEY);\n").commit();
    tree.git("checkout", "-q", "-b", "branch");
    tree.file("g/2_bills.sql", "-- +goose Up\nCREATE TABLE b (id bigint PRIMARY KEY);\n").commit();
    tree.git("checkout", "-q", "main");
    tree.file("g/2_carts.sql", "-- +goose Up\nCREATE TABLE c (id bigint PRIMARY KEY);\n")
        .file("g/3_desks.sql", "-- +goose Up\nCREATE TABLE d (id bigint PRIMARY KEY);\n").commit();
    tree.git("checkout", "-q", "branch");
    Result result = since("main");
    assertThat(Bench.brief(result)).containsExactly("g/2_bills.sql:1 out-of-order-migration",
        "g/2_bills.sql:2 duplicate-version");
    assertThat(result.findings()).extracting(f -> f.headline()).containsExactly(
        "`2_bills` sorts before `3_desks`, which is on main: databases past that may never run it",
        "the version 2 is taken by `2_carts`: goose runs one of the two, or none");
  }

  @Test
  void whatBecameOfPublishedMigrationsIsTold() {
    tree.file("m/V1__accounts.sql", "CREATE TABLE a (id bigint PRIMARY KEY);\n")
        .file("m/V2__bills.sql", "CREATE TABLE b (id bigint PRIMARY KEY);\n")
        .file("m/V3__carts.sql", "CREATE TABLE c (id bigint PRIMARY KEY);\n").commit();
    tree.file("m/V1__accounts.sql", "-- the first\nCREATE TABLE a (id bigint PRIMARY KEY);\n")
        .delete("m/V2__bills.sql");
    tree.git("mv", "m/V3__carts.sql", "m/V4__carts.sql");
    Result result = result("m");
    assertThat(Bench.brief(result)).containsExactly("m/V1__accounts.sql:1 edited-migration",
        "m/V2__bills.sql:1 deleted-migration",
        "m/V3__carts.sql:1 deleted-migration");
    assertThat(result.findings().get(2).headline())
        .isEqualTo("`V3__carts` is renamed to `V4__carts`: databases that applied it run it once more");
    tree.git("checkout", "-q", "-f", "HEAD");
    tree.git("clean", "-q", "-f", "-d");
    tree.delete("m/V2__bills.sql");
    assertThat(lint()).as("nothing else has changed").containsExactly("m/V2__bills.sql:1 deleted-migration");
  }

  @Test
  void aHistoryThatMovesAsAWholeIsTheSameHistory() {
    tree.git("mv", "001_users.sql", "moved_001_users.sql");
    tree.commit();
    tree.file("old/1_a.up.sql", "CREATE TABLE a (id bigint PRIMARY KEY);\n").commit();
    tree.git("mv", "old", "new");
    assertThat(lint()).isEmpty();
  }

  @Test
  void aChangesetThatIsAddedToAFileIsNoEdit() {
    String first = "--liquibase formatted sql\n--changeset ann:1\nCREATE TABLE a (id bigint PRIMARY KEY);\n";
    tree.file("l/a.sql", first).commit();
    tree.file("l/a.sql", first + "--changeset ann:2\nCREATE TABLE b (id bigint PRIMARY KEY);\n");
    assertThat(lint()).isEmpty();
    tree.file("l/a.sql", first.replace("bigint", "int"));
    assertThat(lint()).contains("l/a.sql:3 edited-migration");
  }

  /** An audit says once that no foreign key carries the tenant; a review says it of each that is new. */
  @Test
  void aNewReferenceAcrossTenantsIsNoted() {
    String key = "tenant_id bigint NOT NULL REFERENCES tenants";
    tree.file("003_tenants.sql",
        "CREATE TABLE tenants (id bigint PRIMARY KEY);\nCREATE TABLE a (id bigint PRIMARY KEY, "
            + key + ");\nCREATE TABLE b (id bigint PRIMARY KEY, " + key + ", a bigint REFERENCES a);\n")
        .commit();
    tree.file("004_more.sql", "CREATE TABLE c (id bigint PRIMARY KEY, " + key + ",\n a bigint REFERENCES a,\n"
        + " b bigint REFERENCES b);\n");
    assertThat(lint()).contains("004_more.sql:2 cross-tenant-reference", "004_more.sql:3 cross-tenant-reference");
  }
}
