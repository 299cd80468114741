package dev.ddlint.project;

import static dev.ddlint.project.RunnerProfile.Answer.IN_TRANSACTION;
import static dev.ddlint.project.RunnerProfile.Answer.OUTSIDE;
import static dev.ddlint.project.RunnerProfile.Answer.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.parse.Script;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.text.SourceFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formatted SQL and dumps: whose files they are, and what of them is run. */
class LiquibaseTest {
  private static final String HEAD = "--liquibase formatted sql\n";
  private static final Liquibase LIQUIBASE = new Liquibase();

  private @TempDir Path folder;

  private static SourceFile file(String text) {
    return new SourceFile("a.sql", HEAD + text);
  }

  private static List<Section> sections(String text) {
    SourceFile file = file(text);
    return LIQUIBASE.sections(new Migration("a", "a", Direction.UP, Path.of("a.sql"), "a.sql"), file);
  }

  private static List<String> statements(String text) {
    SourceFile file = file(text);
    String written = LIQUIBASE.statements(file);
    assertThat(written).hasSameSizeAs(file.text());
    Script script = new ScriptReader().read(file, written);
    return script.statements().stream().map(s -> s.span().of(file.text()).strip()).toList();
  }

  @Test
  void filesGoByTheirFirstLine() {
    Tree tree = new Tree(folder).with("c/10-b.sql", " -- Liquibase formatted SQL\n").with("c/2-a.sql", HEAD)
        .withFiles("c/5-seed.sql");
    Found found = tree.find();
    assertThat(found.selections()).extracting(s -> s.project().layout().id()).containsExactly("liquibase", "plain");
    // By name, as includeAll compares them: 10 before 2.
    assertThat(Tree.up(found.selections().getFirst().project())).containsExactly("c/10-b.sql", "c/2-a.sql");
    assertThat(found.notices()).singleElement().asString().startsWith("c/5-seed.sql: stands among Liquibase's files");
  }

  @Test
  void eachChangesetIsASection() {
    List<Section> sections = sections("--changeset a:1\nSELECT 1;\n--rollback SELECT 2;\n"
        + "-- changeset a:2 runInTransaction:false\nSELECT 3;\n"
        + "--changeset a:3 splitStatements:false runInTransaction:FALSE\nSELECT 4;\n"
        + "--changeset a:4 runInTransaction:false endDelimiter:@@\nSELECT 5@@\n");
    assertThat(sections).extracting(Section::direction).containsOnly(Direction.UP);
    assertThat(sections).extracting(s -> s.runner().transaction(1).answer()).containsExactly(IN_TRANSACTION, OUTSIDE,
        OUTSIDE, UNKNOWN);
    assertThat(sections).extracting(s -> s.runner().transaction(2).answer()).containsExactly(IN_TRANSACTION, OUTSIDE,
        IN_TRANSACTION, UNKNOWN);
    assertThat(sections.getFirst().span().start()).isZero();
    assertThat(sections.getFirst().runner().transaction(1).because()).isEqualTo("Liquibase wraps each changeset in a"
        + " transaction");
    assertThat(sections.get(1).runner().transaction(1).because()).isEqualTo("Liquibase runs a changeset with"
        + " `runInTransaction:false` statement by statement, without a transaction");
  }

  @Test
  void aFileWithoutChangesetsIsOneSection() {
    assertThat(sections("SELECT 1;\n")).hasSize(1);
  }

  @Test
  void aChangesetEndsTheStatementBeforeIt() {
    assertThat(statements("--changeset a:1\nSELECT 1\n--rollback SELECT 2\n--changeset a:2\nSELECT 3\n"))
        .containsExactly("SELECT 1", "SELECT 3");
  }

  @Test
  void rollbacksAreNotRun() {
    assertThat(statements("--changeset a:1\nSELECT 1;\n/* liquibase rollback\nDROP TABLE t;\n*/\n"))
        .containsExactly("SELECT 1");
  }

  @Test
  void endDelimitersEndStatements() {
    assertThat(statements("--changeset a:1 endDelimiter:/\nSELECT 4\n/ 2\n/\nSELECT 3\n/\n")).hasSize(2);
    assertThat(statements("--changeset a:1 endDelimiter:@@\nSELECT 1@@\nSELECT 3 @@\n")).hasSize(2);
    assertThat(statements("--changeset a:1 endDelimiter:$$\nSELECT 1;\n")).hasSize(1);
  }

  @Test
  void changesetsForOtherDatabasesAreNotRun() {
    assertThat(statements("--changeset a:1 dbms:mysql,h2\nSELECT 1;\n--changeset a:2 dbms:postgresql\nSELECT 2;\n"
        + "--changeset a:3 dbms:!postgresql\nSELECT 3;\n--changeset a:4 dbms:!h2\nSELECT 4;\n"
        + "--changeset a:5 ignore:true\nSELECT 5;\n")).containsExactly("SELECT 2", "SELECT 4");
  }

  @Test
  void aDumpIsAHistoryOfOneFile() {
    Tree tree = new Tree(folder).with("db/structure.sql", "SET statement_timeout = 0;\n").withFiles("db/seed.sql")
        .with("db/other.sql", "--\n-- PostgreSQL database dump\n--\n");
    Found found = tree.find();
    assertThat(found.selections()).extracting(s -> s.project().layout().id() + " " + s.project().name())
        .containsExactly("plain db", "pg-dump db/other.sql", "pg-dump db/structure.sql");
    assertThat(found.notices()).isEmpty();
    assertThat(tree.find("db/structure.sql").selections()).hasSize(1);
  }

  @Test
  void aNumberedDumpBeginsAHistory() {
    Tree tree = new Tree(folder).with("db/001_init.sql", "-- PostgreSQL database dump\n").withFiles("db/002_b.sql");
    assertThat(Tree.up(tree.only().project())).containsExactly("db/001_init.sql", "db/002_b.sql");
  }
}
