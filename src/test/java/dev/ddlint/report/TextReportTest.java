package dev.ddlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.finding.Level;
import dev.ddlint.ir.Dialect;
import dev.ddlint.report.Run.Problem;
import dev.ddlint.report.Run.Reported;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextReportTest {

  private static String plain(Run run) {
    return new TextReport(Style.PLAIN).render(run);
  }

  /** The source line and the carets under it. */
  private static String excerpt(String path, String text, Span span) {
    Place place = new Place(new SourceFile(path, text), span);
    String report = plain(Sample.run(List.of(new Reported(Sample.finding(Level.NOTE, "x", place), true))));
    return String.join("\n", report.lines().skip(3).limit(2).toList());
  }

  private static Span span(String text, String part) {
    int start = text.indexOf(part);
    return new Span(start, start + part.length());
  }

  @Test
  void showsAllThatAFindingSays() {
    SourceFile file = new SourceFile("m/1.sql", "SELECT 1;\nCREATE INDEX i ON t (a);\n");
    Run run = Sample.run(List.of(new Reported(Sample.full(Sample.place(file, "CREATE INDEX i ON t (a)")), true)));
    assertThat(plain(run)).isEqualTo("""
        error[blocking-index-build]: building `i` blocks all writes to `t` until it is done
          --> m/1.sql:2:1
          |
        2 | CREATE INDEX i ON t (a);
          | ^^^^^^^^^^^^^^^^^^^^^^^
          = lock: SHARE on t until the migration commits; index build on t
          = fails: when two rows are equal in a
          = see: the table was made here: m/1.sql:1:1
          = instead: in this migration   SELECT 1;
                                         SELECT 2;
                     in the next one     SELECT 3;
          = more: ddlint explain blocking-index-build       silence: -- ddlint:ignore blocking-index-build: <reason>

        3 files, 1200 statements, all understood: 1 error (1.2 s)
        """);
  }

  @Test
  void aPublishedMigrationIsNotSilencedByAComment() {
    SourceFile file = new SourceFile("1.sql", "SELECT 1;");
    Run run = Sample
        .run(List.of(new Reported(Sample.finding(Level.WARNING, "x", Sample.place(file, "SELECT")), false)));
    assertThat(plain(run))
        .contains("silence: in ddlint.yaml   ignore: [{rule: blocking-index-build, object: public.i}]")
        .doesNotContain("ddlint:ignore");
  }

  @Test
  void aPrismaSchemaHasItsOwnComments() {
    SourceFile file = new SourceFile("schema.prisma", "model A {}");
    Run run = Sample.run(List.of(new Reported(Sample.finding(Level.NOTE, "x", Sample.place(file, "A")), true)));
    assertThat(plain(run)).contains("silence: // ddlint:ignore blocking-index-build");
  }

  @Test
  void caretsStandUnderTheClause() {
    String text = "\tSELECT\tx;";
    assertThat(excerpt("a.sql", text, span(text, "x"))).isEqualTo("1 |     SELECT  x;\n  |             ^");
    String wide = "/* 🙂 表 */ SELECT e\u0301x";
    assertThat(excerpt("a.sql", wide, span(wide, "SELECT"))).isEqualTo("1 | " + wide + "\n  |             ^^^^^^");
    assertThat(excerpt("a.sql", wide, span(wide, "e\u0301x"))).endsWith(" ^^");
    assertThat(excerpt("a.sql", "", new Span(0, 0))).isEqualTo("1 | \n  | ^");
  }

  @Test
  void aLongClauseShowsItsFirstLine() {
    String text = "ALTER TABLE t\r\n  ADD x int";
    assertThat(excerpt("a.sql", text, new Span(6, text.length()))).isEqualTo("1 | ALTER TABLE t\n  |       ^^^^^^^...");
  }

  @Test
  void aLongLineIsCutAroundTheClause() {
    String text = "INSERT " + "🙂".repeat(400) + "here" + "y".repeat(400);
    String excerpt = excerpt("a.sql", text, span(text, "here"));
    assertThat(excerpt.lines().findFirst().orElse("")).startsWith("1 | …").endsWith("…").contains("here")
        .doesNotContain("\uFFFD").hasSizeLessThan(180);
    assertThat(excerpt).endsWith(" ^^^^");
  }

  @Test
  void harmfulCharactersAreNotPassedOn() {
    String text = "SELECT '\u001b[31m\u202e\u0000' x";
    String excerpt = excerpt("a\u001b.sql", text, span(text, "x"));
    assertThat(excerpt).doesNotContain("\u001b", "\u202e", "\u0000").contains("SELECT '\uFFFD[31m\uFFFD\uFFFD' x");
    assertThat(plain(Sample.large(2))).doesNotContain("\u0007");
  }

  @Test
  void endsWithWhatWasReadAndFound() {
    SourceFile file = new SourceFile("1.sql", "SELECT 1;");
    Place place = Sample.place(file, "SELECT");
    List<Reported> findings = List.of(new Reported(Sample.finding(Level.NOTE, "x", place), true),
        new Reported(Sample.finding(Level.NOTE, "y", place), true),
        new Reported(Sample.finding(Level.WARNING, "z", place), true));
    Problem broken = new Problem(Problem.Kind.UNPARSED_STATEMENT, "1.sql", Optional.of(place), "x");
    Problem unreadable = new Problem(Problem.Kind.UNREADABLE_FILE, "2.sql", Optional.empty(), "2.sql: no such file");
    String report = plain(Sample.run(findings, List.of(broken, unreadable), Map.of(Dialect.MYSQL, 2)));
    assertThat(report).endsWith("""
        error: 2.sql: no such file

        not judged: 2 files of MySQL
        3 files, 1200 statements, 99.9 % understood (1 not): 1 warning, 2 notes (1.2 s)
        """);
    assertThat(plain(Sample.run(List.of()))).endsWith("all understood: no findings (1.2 s)\n");
  }

  @Test
  void coloursWhenAsked() {
    SourceFile file = new SourceFile("1.sql", "SELECT 1;");
    Run run = Sample.run(List.of(new Reported(Sample.finding(Level.ERROR, "x", Sample.place(file, "1")), true)));
    String report = new TextReport(Style.ANSI).render(run);
    assertThat(report).startsWith("\u001b[1;31merror[blocking-index-build]\u001b[0m");
    assertThat(report.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain(run));
  }
}
