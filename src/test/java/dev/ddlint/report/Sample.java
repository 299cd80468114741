package dev.ddlint.report;

import dev.ddlint.config.Standpoint;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Fingerprint;
import dev.ddlint.finding.Fix;
import dev.ddlint.finding.Level;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.finding.Silenced;
import dev.ddlint.finding.Silenced.Means;
import dev.ddlint.ir.Dialect;
import dev.ddlint.report.Run.Problem;
import dev.ddlint.report.Run.Reported;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.text.Edit;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings made up for the reports' tests. */
final class Sample {
  static final String RULE = "blocking-index-build";

  private Sample() {}

  /** The place of the first occurrence of a part of a file. */
  static Place place(SourceFile file, String part) {
    int start = file.text().indexOf(part);
    return new Place(file, new Span(start, start + part.length()));
  }

  static Finding finding(Level level, String headline, Place place) {
    ObjectPath object = new ObjectPath("index", "public.i");
    return new Finding(RULE, level, headline, place, object, List.of(), List.of(), Optional.empty(), List.of(),
        Fingerprint.of(RULE, object, place.text()));
  }

  /** With everything that a finding can have. */
  static Finding full(Place place) {
    Finding plain = finding(Level.ERROR, "building `i` blocks all writes to `t` until it is done", place);
    Place insert = new Place(place.file(), new Span(place.span().start() + 12, place.span().start() + 12));
    return new Finding(plain.rule(), plain.level(), plain.headline(), place, plain.object(),
        List.of(new Finding.Fact("lock", "SHARE on t until the migration commits; index build on t"),
            new Finding.Fact("fails", "when two rows are equal in a")),
        List.of(new Finding.Related(new Place(place.file(), new Span(0, 1)), "the table was made here")),
        Optional.of(new Advice(Advice.Kind.SAME_END,
            List.of(new Advice.Step("in this migration", List.of("SELECT 1;", "SELECT 2;")),
                new Advice.Step("in the next one", List.of("SELECT 3;"))))),
        List.of(new Fix("build the index CONCURRENTLY", List.of(new Edit(insert, " CONCURRENTLY")))),
        plain.fingerprint());
  }

  /** The same run with a finding silenced by each of the means. */
  static Run withSilenced(Run run) {
    SourceFile file = new SourceFile("db/silenced.sql", "\n-- ddlint:ignore x\r\nCREATE INDEX i ON t (a);\n");
    Finding finding = full(place(file, "CREATE INDEX i ON t (a)"));
    return run.showing(List.of(Silenced.byComment(finding, "the table is tiny", place(file, "-- ddlint:ignore x")),
        Silenced.outside(finding, Means.CONFIGURATION, ""), Silenced.outside(finding, Means.BASELINE, "")));
  }

  static Run run(List<Reported> findings) {
    return run(findings, List.of(), Map.of());
  }

  static Run run(List<Reported> findings, List<Problem> problems, Map<Dialect, Integer> foreign) {
    int missed = (int) problems.stream().filter(p -> p.kind() == Problem.Kind.UNPARSED_STATEMENT).count();
    return new Run(findings, RuleIndex.load(), 3, 1200, 1200 - missed, problems, foreign, Map.of(), 0, "db/my app/",
        Duration.ofMillis(1234), List.of(), List.of(), Standpoint.NONE);
  }

  /** Hundreds of findings in files of odd names and odd content. */
  static Run large(int count) {
    List<SourceFile> files = List.of(
        new SourceFile("prisma/migrations/2026 01/größe & co/migration.sql",
            "CREATE TABLE t (a int);\r\n-- 🙂 emoji\r\n/* 👩‍👩‍👧 */ CREATE INDEX i ON t (a);\r\n"),
        new SourceFile("db/100%/a:b#c?.sql", "\uFEFFCREATE UNIQUE INDEX CONCURRENTLY i\n  ON \"tä\" (\n\ta\n);"),
        new SourceFile("./x/\ud83d\ude42.sql", "SELECT 1; CREATE INDEX j ON t (b)"));
    List<Reported> findings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SourceFile file = files.get(i % files.size());
      int start = file.text().indexOf("CREATE", file.text().indexOf(';') + 1);
      int from = Math.max(start, file.text().indexOf("CREATE"));
      Place place = new Place(file, new Span(from, file.text().stripTrailing().length()));
      Level level = Level.values()[i % 3];
      findings.add(new Reported(i % 2 == 0 ? full(place) : finding(level, "headline \u0007 " + i, place), true));
    }
    Place broken = place(files.get(0), "emoji");
    return run(findings,
        List.of(new Problem(Problem.Kind.UNPARSED_STATEMENT, broken.file().path(), Optional.of(broken),
            "`emoji` was not expected here"),
            new Problem(Problem.Kind.UNREADABLE_FILE, "a b.sql", Optional.empty(),
                "a b.sql: is UTF-16, expected UTF-8")),
        Map.of(Dialect.MYSQL, 2));
  }
}
