package dev.ddlint.rule.naming;

import dev.ddlint.finding.Level;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.ir.Statement;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.StatementRule;
import dev.ddlint.rule.TakesIn;
import dev.ddlint.rule.naming.MadeNames.Kind;
import dev.ddlint.rule.naming.MadeNames.Made;
import dev.ddlint.text.Span;
import java.nio.charset.StandardCharsets;

/** A name of more than 63 bytes: the server cuts it. */
@Rule("identifier-too-long")
@Concerns({Effect.NAME, Effect.SCHEMA_STATE})
@TakesIn("duplicate-object")
public final class IdentifierTooLong implements StatementRule<Statement> {
  /** NAMEDATALEN - 1 (manual, section 4.1.1). */
  private static final int LONGEST = 63;

  /** A name that was cut ends at most one character before. */
  private static final int SHORTEST_CUT = LONGEST - 3;

  @Override
  public void check(Statement statement, Context at, Findings findings) {
    for (Made made : MadeNames.of(statement)) {
      if (made.name().length() > SHORTEST_CUT / 4 && bytes(made.name()) >= SHORTEST_CUT) {
        check(made, at, findings);
      }
    }
  }

  private static void check(Made made, Context at, Findings findings) {
    String written = written(made.span(), at.file().text());
    // Of a placeholder the length is not known.
    if (bytes(written) > LONGEST && written.indexOf('{') < 0) {
      report(made, written, at, findings);
    }
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The name as it stands in the file, without its schema and its quotes. */
  private static String written(Span span, String text) {
    String whole = span.of(text);
    if (whole.endsWith("\"")) {
      int open = whole.lastIndexOf('"', whole.length() - 2);
      return whole.substring(Math.max(0, open) + 1, whole.length() - 1);
    }
    return whole.substring(whole.lastIndexOf('.') + 1);
  }

  private static void report(Made made, String written, Context at, Findings findings) {
    String schema = made.schema().orElse(at.before().session().creationSchema());
    boolean taken = made.kind() == Kind.RELATION
        && at.before().catalog().relation(schema, made.name()).isPresent();
    Findings.Report report = findings.report(made.span())
        .about(new ObjectPath(made.words().replace(' ', '-'), schema + "." + made.name()));
    if (taken) {
      report.level(Level.ERROR)
          .says("cut to 63 bytes this %s is named as another one: `%s`", made.words(), made.name())
          .fact("fails", "always (42P07); with IF NOT EXISTS it is silently not made");
    } else {
      report.says("this %s gets another name: it is cut to `%s`", made.words(), made.name());
    }
    report.fact("why", "the name has %d bytes, and PostgreSQL keeps 63 with a notice that nobody reads; what looks for"
        + " the whole name finds nothing, and two long names can become one", bytes(written));
  }
}
