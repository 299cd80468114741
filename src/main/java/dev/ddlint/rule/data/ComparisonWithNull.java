package dev.ddlint.rule.data;

import dev.ddlint.finding.Advice;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.CreateTableAs;
import dev.ddlint.ir.CreateView;
import dev.ddlint.ir.DataStatement;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.Statement;
import dev.ddlint.parse.NullComparison;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.On;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.StatementRule;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** {@code = NULL} in a condition: it holds for no row. */
@Rule("comparison-with-null")
@Concerns(Effect.RUN)
@On({DataStatement.class, CreateView.class, CreateTableAs.class, CreateIndex.class})
public final class ComparisonWithNull implements StatementRule<Statement> {
  private static final String NULL = "null";

  @Override
  public void check(Statement statement, Context at, Findings findings) {
    Optional<Expression> text = switch (statement) {
      case DataStatement data -> Optional.of(data.text());
      case CreateView view -> Optional.of(view.query());
      case CreateTableAs table -> Optional.of(table.query());
      case CreateIndex index -> index.predicate();
      default -> Optional.empty();
    };
    text.filter(ComparisonWithNull::canHold).ifPresent(expression -> {
      List<NullComparison> found = statement instanceof CreateIndex
          ? NullComparison.inCondition(expression)
          : NullComparison.in(expression);
      found.stream().findFirst().ifPresent(first -> report(first, expression, findings));
    });
  }

  /** Spares the parser the statements in which the word stands beside no operator. */
  private static boolean canHold(Expression expression) {
    String text = expression.text();
    for (int i = 0; i + NULL.length() <= text.length(); i++) {
      if (text.regionMatches(true, i, NULL, 0, NULL.length())) {
        int before = i - 1;
        while (before >= 0 && (Character.isWhitespace(text.charAt(before)) || text.charAt(before) == '(')) {
          before--;
        }
        int after = blanks(text, i + NULL.length());
        boolean compared = before >= 0 && "=>".indexOf(text.charAt(before)) >= 0
            || after < text.length() && "=<!".indexOf(text.charAt(after)) >= 0;
        if (compared) {
          return true;
        }
      }
    }
    return false;
  }

  private static void report(NullComparison comparison, Expression expression, Findings findings) {
    String operator = comparison.equal() ? "=" : "<>";
    String right = comparison.equal() ? "IS NULL" : "IS NOT NULL";
    findings.report(place(comparison, expression)).about(new ObjectPath("condition", comparison.operand()))
        .says("`%s %s NULL` holds for no row", comparison.operand(), operator)
        .fact("why", "a comparison with NULL is neither true nor false; %s is the test for it", right)
        .instead(new Advice(Advice.Kind.NONE,
            List.of(new Advice.Step("instead", List.of("-- " + comparison.operand() + " " + right)))));
  }

  /** Where the comparison stands, as far as its words can be found again; else the whole condition. */
  private static Span place(NullComparison comparison, Expression expression) {
    String text = expression.text();
    String operand = comparison.operand();
    for (int i = text.indexOf(operand); i >= 0; i = text.indexOf(operand, i + 1)) {
      int end = end(text, i + operand.length(), comparison.equal());
      if (end > 0) {
        return new Span(expression.span().start() + i, expression.span().start() + end);
      }
    }
    return expression.span();
  }

  private static int end(String text, int from, boolean equal) {
    int at = blanks(text, from);
    int operator = equal
        ? (text.startsWith("=", at) ? 1 : 0)
        : text.startsWith("<>", at) || text.startsWith("!=", at) ? 2 : 0;
    int word = blanks(text, at + operator);
    return operator > 0 && text.regionMatches(true, word, NULL, 0, NULL.length()) ? word + NULL.length() : -1;
  }

  private static int blanks(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
