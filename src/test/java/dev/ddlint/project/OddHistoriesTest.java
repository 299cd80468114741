package dev.ddlint.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories that contradict themselves: each is said, with the place and what to do, and none stops the run. */
class OddHistoriesTest {
  private @TempDir Path folder;
  private Tree tree;

  @BeforeEach
  void makeTree() {
    tree = new Tree(folder);
  }

  private void journal(String... tags) {
    StringBuilder entries = new StringBuilder();
    for (String tag : tags) {
      entries.append(entries.isEmpty() ? "" : ",").append("{\"tag\":\"").append(tag).append("\"}");
    }
    tree.with("out/meta/_journal.json", "{\"dialect\":\"postgresql\",\"entries\":[" + entries + "]}");
  }

  @Test
  void aJournalMayNameAFileThatIsNotThere() {
    tree.withFiles("out/0000_a.sql", "out/0002_c.sql");
    journal("0000_a", "0001_b", "0002_c");
    assertThat(Tree.up(tree.only().project())).containsExactly("out/0000_a.sql", "out/0002_c.sql");
    assertThat(tree.find().notices()).containsExactly("out/meta/_journal.json: names 0001_b, and there is no file"
        + " 0001_b.sql beside it; ddlint goes on without it, so its tables are missing; restore the file, or remove the"
        + " entry");
  }

  @Test
  void aJournalMayNameAFileTwice() {
    tree.withFiles("out/0000_a.sql", "out/0001_b.sql");
    journal("0000_a", "0001_b", "0000_a");
    assertThat(Tree.up(tree.only().project())).containsExactly("out/0000_a.sql", "out/0001_b.sql");
    assertThat(tree.find().notices()).containsExactly("out/meta/_journal.json: names 0000_a twice; ddlint takes it"
        + " once, where it is named first; remove one of the entries");
  }

  @Test
  void aJournalMayBeBroken() {
    tree.withFiles("out/0000_a.sql", "out/0001_b.sql").with("out/meta/_journal.json", "{\"entries\": [<<<<<<< HEAD");
    assertThat(tree.only().project().migrations()).hasSize(2);
    assertThat(tree.find().notices()).singleElement().asString()
        .startsWith("out/meta/_journal.json: names no migration; ");
  }

  /** Two files of one version are a finding of the rule duplicate-version, and said there only. */
  @Test
  void aVersionMayBeUsedTwice() {
    tree.with("m/1_a.sql", "-- +goose Up\n").with("m/01_b.sql", "-- +goose Up\n").with("f/V1__a.sql", "").with(
        "f/V1_0__b.sql", "").with("f/V1__c.sql", "");
    assertThat(tree.find().notices()).isEmpty();
    assertThat(tree.find().selections()).allMatch(s -> s.project().migrations().size() >= 2);
  }

  @Test
  void aFlywayFileAmongGooseFilesIsSaid() {
    tree.with("m/1_a.sql", "-- +goose Up\n").with("m/V2__b.sql", "-- +goose Up\nSELECT 1;\n");
    Found found = tree.find();
    assertThat(found.selections()).extracting(s -> s.project().layout().id()).containsExactly("flyway", "goose");
    assertThat(found.notices()).containsExactlyInAnyOrder("m: holds migrations of Flyway and of goose; ddlint takes"
        + " them for two histories; give each a folder of its own",
        "m/V2__b.sql: lies where files are taken for Flyway and holds `-- +goose`, a mark of goose; ddlint runs it as"
            + " Flyway does; rename it as goose expects, or take the mark out");
  }

  @Test
  void aChangesetMayStandTwice() {
    tree.with("m/a.sql", "--liquibase formatted sql\n--changeset ann:1\nSELECT 1;\n--changeset bob:1\nSELECT 2;\n"
        + "-- changeset ann:1 dbms:postgresql\nSELECT 3;\n").with("m/b.sql",
            "--liquibase formatted sql\n--changeset ann:1\nSELECT 1;\n");
    assertThat(tree.find().notices()).containsExactly("m/a.sql: holds two changesets `ann:1`; Liquibase refuses them,"
        + " ddlint takes both; give one of them an id of its own");
  }

  @Test
  void hasurasFoldersAreNotDiesels() {
    tree.withFiles("h/1650000000001_a/up.sql", "h/1650000000001_a/down.sql", "h/1650000000000_b/up.sql",
        "d/2024-01-01-000000_a/up.sql", "d/20240101000000_b/up.sql");
    assertThat(tree.find().selections()).extracting(s -> s.project().layout().id()).containsExactly("diesel", "hasura");
    assertThat(Tree.up(tree.only("h").project())).containsExactly("h/1650000000000_b/up.sql",
        "h/1650000000001_a/up.sql");
  }

  @Test
  void aFolderMayLeadBackToItself() throws IOException {
    tree.withFiles("m/1_a.sql");
    Files.createSymbolicLink(folder.resolve("m/again"), folder.resolve("m"));
    assertThat(Tree.up(tree.only().project())).containsExactly("m/1_a.sql");
  }

  @Test
  void aMarkedFileWithoutANumberIsSaid() {
    tree.with("m/init.sql", "-- migrate:up\nCREATE TABLE t (a int);\n-- migrate:down\nDROP TABLE t;\n");
    assertThat(tree.find().notices()).singleElement().asString()
        .startsWith("m/init.sql: lies where files are taken for plain folder and holds `-- migrate:up`");
  }
}
