package dev.ddlint.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where Flyway looks for migrations, and which of them are one version. */
class FlywayTest {
  private @TempDir Path folder;
  private Tree tree;

  @BeforeEach
  void makeTree() {
    tree = new Tree(folder);
  }

  @Test
  void foldersBelowBelongToTheHistory() {
    tree.withFiles("db/V1__a.sql", "db/2024/q1/V3__c.sql", "db/2023/V2__b.sql", "db/2024/R__v.sql");
    assertThat(Tree.up(tree.only().project())).containsExactly("db/V1__a.sql", "db/2023/V2__b.sql",
        "db/2024/q1/V3__c.sql", "db/2024/R__v.sql");
    Selection one = tree.only("db/2024/q1/V3__c.sql");
    assertThat(one.project().migrations()).hasSize(4);
    assertThat(tree.reported(one)).containsExactly("db/2024/q1/V3__c.sql");
  }

  @Test
  void aFolderNamedAfterADatabaseIsAChoice() {
    tree.withFiles("db/V1__a.sql", "db/postgresql/V2__b.sql", "db/h2/V2__b.sql");
    assertThat(tree.find().selections()).extracting(s -> Tree.up(s.project())).extracting(Object::toString)
        .contains("[db/V1__a.sql]", "[db/postgresql/V2__b.sql]");
  }

  @Test
  void locationsOfAConfAreOneHistory() {
    tree.with("flyway.conf",
        "# ours\nflyway.locations=filesystem:sql/a, filesystem:sql/b\nflyway.placeholders.t=users\n")
        .withFiles("sql/a/V1__a.sql", "sql/b/V2__b.sql", "sql/a/V3__c.sql", "sql/other/V1__x.sql");
    assertThat(tree.find().selections()).extracting(s -> Tree.up(s.project())).extracting(Object::toString)
        .containsExactly("[sql/a/V1__a.sql, sql/b/V2__b.sql, sql/a/V3__c.sql]", "[sql/other/V1__x.sql]");
    Selection one = tree.only("sql/b/V2__b.sql");
    assertThat(Tree.up(one.project())).containsExactly("sql/a/V1__a.sql", "sql/b/V2__b.sql", "sql/a/V3__c.sql");
    assertThat(one.project().layout().placeholders(one.project().root())).isEqualTo(Map.of("t", "users"));
  }

  @Test
  void locationsOfATomlAreOneHistory() {
    tree.with("flyway.toml", """
        [flyway]
        locations = [
          "filesystem:sql/a", # the tables
          "classpath:db/migration",
        ]
        [flyway.placeholders]
        schema = "app"
        """).withFiles("sql/a/V1__a.sql", "src/main/resources/db/migration/V2__b.sql");
    Project project = tree.only().project();
    assertThat(Tree.up(project)).containsExactly("sql/a/V1__a.sql", "src/main/resources/db/migration/V2__b.sql");
    assertThat(project.layout().placeholders(project.root())).isEqualTo(Map.of("schema", "app"));
  }

  @Test
  void zerosMakeNoOtherVersion() {
    tree.withFiles("V1__a.sql", "V1.0__b.sql", "V01__c.sql", "V1_0_1__d.sql", "V1.1__e.sql");
    Project project = tree.only().project();
    assertThat(Tree.up(project)).endsWith("V1_0_1__d.sql", "V1.1__e.sql");
    assertThat(project.migrations().stream().map(m -> project.layout().identity(m.version())).distinct()).hasSize(3);
  }

  @Test
  void theSameVersionInTwoLocationsIsInOneHistory() {
    tree.with("flyway.conf", "flyway.locations=filesystem:a,filesystem:b").withFiles("a/V1__a.sql", "b/V1__b.sql");
    assertThat(Tree.up(tree.only().project())).containsExactly("a/V1__a.sql", "b/V1__b.sql");
  }

  @Test
  void aConfWithoutUsablePlacesLeavesTheFolder() {
    tree.with("flyway.conf", "flyway.locations=s3:bucket/x\nflyway.url=jdbc:postgresql://h/d\n= broken\n")
        .withFiles("sql/V1__a.sql");
    assertThat(Tree.up(tree.only().project())).containsExactly("sql/V1__a.sql");
  }
}
