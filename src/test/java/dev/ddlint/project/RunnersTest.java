package dev.ddlint.project;

import static dev.ddlint.project.RunnerProfile.Answer.IN_TRANSACTION;
import static dev.ddlint.project.RunnerProfile.Answer.OUTSIDE;
import static dev.ddlint.project.RunnerProfile.Answer.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.parse.ScriptReader;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far a tool's transaction reaches, with each tool's way out of it. */
class RunnersTest {
  private @TempDir Path folder;
  private Tree tree;

  @BeforeEach
  void makeTree() {
    tree = new Tree(folder);
  }

  private List<Section> sections(String layout, String file, String text) {
    tree.with(file, text);
    Migration migration = new Migration("1", "a", Direction.UP, folder.resolve(file), file);
    return Layouts.byId(layout).orElseThrow().sections(migration, new SourceFile(file, text));
  }

  private RunnerProfile.Answer answer(String layout, String file, String text, int statements) {
    return sections(layout, file, text).getFirst().runner().transaction(statements).answer();
  }

  @Test
  void prismaAndGolangMigrateSendTheWholeFile() {
    for (String layout : List.of("prisma", "golang-migrate")) {
      assertThat(answer(layout, "a.sql", "", 1)).isEqualTo(OUTSIDE);
      assertThat(answer(layout, "a.sql", "", 2)).isEqualTo(IN_TRANSACTION);
    }
    assertThat(Layouts.PRISMA.runner().transaction(2).because()).isEqualTo("Prisma Migrate sends the whole file as one"
        + " query, which PostgreSQL runs as one implicit transaction when it holds two or more statements");
  }

  @Test
  void aCommitEndsTheTransactionOfToolsThatSendOneByOne() {
    for (String layout : List.of("drizzle", "goose", "dbmate", "sqlx", "prisma")) {
      RunnerProfile runner = sections(layout, "a.sql", "COMMIT; SELECT 1;").getFirst().runner();
      RunnerProfile.Answer expected = List.of("drizzle", "goose").contains(layout) ? UNKNOWN : IN_TRANSACTION;
      assertThat(runner.ended(runner.transaction(2)).answer()).as(layout).isEqualTo(expected);
    }
    RunnerProfile flyway = new Flyway().runner();
    assertThat(flyway.ended(flyway.transaction(2, 1)).because()).contains("refuses a file that mixes");
  }

  @Test
  void drizzleHasNoFileOutsideOfItsTransaction() {
    assertThat(new Drizzle().runner().wayOut()).startsWith("outside of the migrations");
    assertThat(new Goose().runner().wayOut()).isEqualTo("alone in its file, outside a transaction");
  }

  @Test
  void mostToolsWrapAFile() {
    for (String layout : List.of("dbmate", "goose", "flyway", "sqlx", "diesel", "pop", "supabase", "drizzle")) {
      assertThat(answer(layout, "a.sql", "SELECT 1;", 1)).as(layout).isEqualTo(IN_TRANSACTION);
    }
    assertThat(answer("plain", "a.sql", "", 1)).isEqualTo(UNKNOWN);
  }

  @Test
  void flywayLooksAtTheStatements() {
    RunnerProfile flyway = new Flyway().runner();
    assertThat(flyway.transaction(2, 2).answer()).isEqualTo(OUTSIDE);
    assertThat(flyway.transaction(2, 1).because()).contains("refuses a file that mixes");
    assertThat(detected("VACUUM t")).isTrue();
    assertThat(detected("REINDEX SCHEMA s")).isTrue();
    assertThat(detected("CREATE INDEX CONCURRENTLY i ON t (a)")).isTrue();
    assertThat(detected("REINDEX INDEX CONCURRENTLY i")).isFalse();
    assertThat(detected("ALTER TABLE t DETACH PARTITION p CONCURRENTLY")).isFalse();
    tree.with("V1__a.sql.conf", "executeInTransaction = false\n");
    assertThat(answer("flyway", "V1__a.sql", "", 2)).isEqualTo(OUTSIDE);
  }

  @Test
  void whoHasNoWayOutIsToldSo() {
    assertThat(new Hasura().runner().wayOut()).startsWith("outside of the migrations: Hasura runs each");
    assertThat(new Supabase().runner().wayOut()).startsWith("outside of the migrations");
    assertThat(new Goose().runner().wayOut()).isEqualTo("alone in its file, outside a transaction");
  }

  private static boolean detected(String sql) {
    return RunnerProfile.isDetected(
        new ScriptReader().read(new SourceFile("a.sql", sql)).statements().getFirst());
  }

  @Test
  void dieselReadsItsMetadata() {
    tree.with("1_a/metadata.toml", "# no\nrun_in_transaction = false\n");
    assertThat(answer("diesel", "1_a/up.sql", "", 1)).isEqualTo(OUTSIDE);
    assertThat(answer("diesel", "1_a/up.sql", "", 2)).isEqualTo(IN_TRANSACTION);
  }

  @Test
  void sqlxReadsTheFirstBytes() {
    assertThat(answer("sqlx", "1_a.sql", "-- no-transaction\nSELECT 1;", 1)).isEqualTo(OUTSIDE);
    assertThat(answer("sqlx", "1_a.sql", "\n-- no-transaction\nSELECT 1;", 1)).isEqualTo(IN_TRANSACTION);
  }

  @Test
  void gooseSplitsByItsMarks() {
    String up = "-- a header\n-- +goose Up\n-- +goose StatementBegin\nSELECT 1;\n-- +goose StatementEnd\n";
    List<Section> sections = sections("goose", "1_a.sql", up + "-- +goose Down\nSELECT 2;\n");
    assertThat(sections).extracting(Section::direction).containsExactly(Direction.UP, Direction.DOWN);
    assertThat(sections.getFirst().span()).isEqualTo(new Span(0, up.length()));
    assertThat(sections.getLast().span().start()).isEqualTo(up.length());
  }

  @Test
  void gooseMayLeaveTheTransaction() {
    String text = "\uFEFF-- +goose NO TRANSACTION\r\n-- +goose up\r\nSELECT 1;\r\n-- +goose down\r\n";
    List<Section> sections = sections("goose", "1_a.sql", text);
    assertThat(sections).allMatch(s -> s.runner().transaction(5).answer() == OUTSIDE);
    assertThat(sections).hasSize(2);
  }

  @Test
  void gooseSendsAStatementBlockAsOneQuery() {
    String text = "-- +goose NO TRANSACTION\n-- +goose Up\nSELECT 1;\n-- +goose StatementBegin\nSELECT 2; SELECT 3;\n"
        + "-- +goose StatementEnd\nSELECT 4;\n-- +goose Down\n";
    List<Section> sections = sections("goose", "1_a.sql", text);
    assertThat(sections).extracting(section -> section.runner().transaction(2).answer())
        .containsExactly(OUTSIDE, IN_TRANSACTION, OUTSIDE, OUTSIDE);
    assertThat(sections.get(1).span().of(text)).contains("SELECT 2; SELECT 3;").doesNotContain("SELECT 4");
    assertThat(sections.get(1).runner().transaction(2).because())
        .startsWith("goose sends the whole StatementBegin block with `-- +goose NO TRANSACTION` as one query");
    assertThat(sections.get(3).span().end()).isEqualTo(text.length());
  }

  @Test
  void aToolsOwnBeginIsTold() {
    assertThat(new Goose().runner().transaction(2).byTool()).isTrue();
    assertThat(new Drizzle().runner().transaction(2).byTool()).isTrue();
    assertThat(Layouts.PRISMA.runner().transaction(2).byTool()).isFalse();
    assertThat(new Supabase().runner().transaction(2).byTool()).isFalse();
  }

  @Test
  void aGooseFileWithoutMarksIsOneSection() {
    assertThat(sections("goose", "1_a.sql", "SELECT '+goose Up';")).extracting(Section::span)
        .containsExactly(new Span(0, 19));
  }

  @Test
  void dbmateHasOptionsForEachWay() {
    List<Section> sections = sections("dbmate", "1_a.sql",
        "-- migrate:up transaction:false\nSELECT 1;\n-- migrate:down\nSELECT 2;\n");
    assertThat(sections.getFirst().runner().transaction(1).answer()).isEqualTo(OUTSIDE);
    assertThat(sections.getLast().runner().transaction(1).answer()).isEqualTo(IN_TRANSACTION);
  }
}
