package dev.ddlint.rule.lint;

import dev.ddlint.finding.ObjectPath;
import dev.ddlint.ir.DoBlock;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.Unrecognized;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.On;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.StatementRule;
import dev.ddlint.text.Span;

/** A statement that ddlint does not understand is not judged, and the reader has to know. */
@Rule("unparsed-statement")
@Concerns(Effect.RUN)
@On({Unrecognized.class, DoBlock.class})
public final class UnparsedStatement implements StatementRule<Statement> {

  @Override
  public void check(Statement statement, Context at, Findings findings) {
    Unrecognized.in(statement).forEach(unread -> report(unread, at, findings));
  }

  private static void report(Unrecognized statement, Context at, Findings findings) {
    findings.report(place(statement, at.file().text()))
        .says("this statement is not understood and not judged: %s", statement.reason())
        .about(ObjectPath.statement(statement.span().of(at.file().text())))
        .fact("why", "what it changes is unknown to all later checks, which may miss a hazard or see one too many");
  }

  /**
   * The token at which understanding ended; at the end of the text there is none, then the whole statement. Where it is
   * all that the file holds, the file's first line: a fragment, which its leading comment belongs to.
   */
  private static Span place(Unrecognized statement, String text) {
    boolean last = text.substring(statement.span().end()).strip().replace(";", "").isEmpty();
    boolean first = text.substring(0, statement.span().start()).lines()
        .allMatch(line -> line.isBlank() || line.strip().startsWith("--"));
    boolean fragment = statement.at().start() == statement.span().start() && statement.span().start() > 0;
    if (fragment && first && last) {
      int end = text.indexOf('\n');
      return new Span(0, end < 0 ? text.length() : end);
    }
    return statement.at().isEmpty() ? statement.span() : statement.at();
  }
}
