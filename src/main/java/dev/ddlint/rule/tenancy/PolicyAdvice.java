package dev.ddlint.rule.tenancy;

import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Advice.Step;
import dev.ddlint.ir.Expression;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** How to write a policy's condition anew. */
final class PolicyAdvice {
  private PolicyAdvice() {}

  /** A condition that ties each row to the session, in place of those that the policy states. */
  static Advice condition(Guard guard) {
    return TenantCondition.of(guard.schema(), guard.table()).map(condition -> {
      List<String> clauses = new ArrayList<>();
      guard.policy().using().ifPresent(using -> clauses.add("USING (" + condition.text() + ")"));
      guard.policy().withCheck().ifPresent(check -> clauses.add("WITH CHECK (" + condition.text() + ")"));
      return step(when(condition), guard, clauses);
    }).orElseGet(() -> words("compare a column of the row with who the session is"));
  }

  /** How sure it is that the condition is the right one. */
  static String when(TenantCondition condition) {
    return condition.known() ? "as other policies do" : "with your own way to tell the tenant";
  }

  /** What no statement of ours can say. */
  static Advice words(String words) {
    return Advice.of(Advice.Kind.NONE, "in a migration", "-- " + words);
  }

  /** The policy with each of its conditions written anew. */
  static Advice rewritten(Guard guard, UnaryOperator<String> how) {
    List<String> clauses = new ArrayList<>();
    guard.policy().using().map(e -> how.apply(oneLine(e.text()))).ifPresent(e -> clauses.add("USING (" + e + ")"));
    guard.policy().withCheck().map(e -> how.apply(oneLine(e.text())))
        .ifPresent(e -> clauses.add("WITH CHECK (" + e + ")"));
    return step("in a migration", guard, clauses);
  }

  /** The first policy admits what both did, and the second goes. A check that is absent is the condition for reading. */
  static Advice joined(Guard one, Guard other) {
    List<String> clauses = new ArrayList<>();
    either(one.policy().using(), other.policy().using()).ifPresent(e -> clauses.add("USING " + e));
    if (one.policy().withCheck().isPresent() || other.policy().withCheck().isPresent()) {
      either(one.policy().withCheck().or(one.policy()::using), other.policy().withCheck().or(other.policy()::using))
          .ifPresent(e -> clauses.add("WITH CHECK " + e));
    }
    Step alter = step("if both are meant", one, clauses).steps().get(0);
    return new Advice(Advice.Kind.STAGED, List.of(new Step(alter.when(), List.of(alter.lines().get(0),
        "DROP POLICY " + Names.of(other.policy().name()) + " ON " + table(other) + ";"))));
  }

  /** An absent expression admits nothing, so that the other one alone counts. */
  private static Optional<String> either(Optional<Expression> one, Optional<Expression> other) {
    List<String> both = Stream.of(one, other).flatMap(Optional::stream).map(e -> "(" + oneLine(e.text()) + ")")
        .distinct().toList();
    return both.isEmpty()
        ? Optional.empty()
        : Optional.of(both.size() == 1 ? both.get(0) : "(" + String.join(" OR ", both) + ")");
  }

  /** A condition on one line, comments left out; strings and quoted names stay as they are. */
  static String oneLine(String condition) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < condition.length();) {
      char c = condition.charAt(i);
      int end = i + 1;
      if (c == '\'' || c == '"') {
        end = behind(condition, c, i + 1);
        line.append(condition, i, end);
      } else if (condition.startsWith("--", i)) {
        end = behind(condition, '\n', i) - 1;
      } else if (!Character.isWhitespace(c)) {
        line.append(c);
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
      i = Math.max(end, i + 1);
    }
    return line.toString().strip();
  }

  private static int behind(String text, char c, int from) {
    int at = text.indexOf(c, from);
    return at < 0 ? text.length() : at + 1;
  }

  static Advice step(String when, Guard guard, List<String> clauses) {
    String line = "ALTER POLICY " + Names.of(guard.policy().name()) + " ON "
        + table(guard) + " "
        + String.join(" ", clauses) + ";";
    return new Advice(Advice.Kind.STAGED, List.of(new Step(when, List.of(line))));
  }

  private static String table(Guard guard) {
    return Names.of(Compose.object(guard.table().schema(), guard.table().name()));
  }
}
