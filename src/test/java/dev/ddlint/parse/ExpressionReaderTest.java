package dev.ddlint.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.CreatePolicy;
import dev.ddlint.ir.Expression;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions are read when asked for, and unknown when they cannot be read. */
class ExpressionReaderTest {

  private static Set<String> notNull(String check) {
    return ExpressionReader.notNullColumns(Expression.of(check));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"a IS NOT NULL | a", "(a IS NOT NULL) | a", "((A) is not null) | a",
      "\"A\" IS NOT NULL | A", "t.a IS NOT NULL | a", "a IS NOT NULL AND b > 0 | a",
      "a IS NOT NULL AND (b IS NOT NULL AND c = 1) AND \"d\"\"e\" IS NOT NULL | a,b,d\"e"})
  void provesNotNull(String check, String columns) {
    assertThat(notNull(check)).containsExactlyInAnyOrder(columns.split(","));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a IS NULL", "a IS NOT NULL OR b IS NOT NULL", "NOT (a IS NULL)", "NOT a IS NOT NULL",
      "a > 0",
      "lower(a) IS NOT NULL", "(a IS NOT NULL) = true", "a IS NOT NULL OR true", "", "a IS NOT", "a NOTNULL OR b"})
  void provesNothing(String check) {
    assertThat(notNull(check)).isEmpty();
  }

  @Test
  void readsTrees() {
    assertThat(ExpressionReader.expression(Expression.of("a = 1"))).get().isInstanceOf(EqualsTo.class);
    assertThat(ExpressionReader.expression(Expression.of("a = 1 b"))).isEmpty();
    assertThat(ExpressionReader.expression(Expression.of("a = ("))).isEmpty();
    assertThat(ExpressionReader.expression(Expression.of("'open"))).isEmpty();
  }

  @Test
  void isBoundedInDepthAndTime() {
    Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
      for (String open : new String[]{"(", "f(", "a[", "CASE WHEN ", "NOT ", "- ", "a AND (", "a + ", "[",
          "(SELECT "}) {
        for (int depth : new int[]{10, 1_000, 50_000}) {
          String text = open.repeat(depth) + "1" + (open.contains("(") ? ")".repeat(depth) : "");
          assertThatCode(() -> ExpressionReader.expression(Expression.of(text))).doesNotThrowAnyException();
        }
      }
    });
  }

  @Test
  void readsTheCorpus() {
    List<String> unread = new ArrayList<>();
    int read = 0;
    for (var file : Corpus.sqlFiles()) {
      var statements = new ScriptReader(Map.of("Namespace", "auth"), false)
          .read(new dev.ddlint.text.SourceFile("x", Corpus.text(file))).statements();
      for (var statement : statements) {
        List<Expression> expressions = switch (statement) {
          case CreateIndex i -> i.predicate().stream().toList();
          case CreatePolicy p -> p.using().stream().toList();
          default -> List.of();
        };
        for (Expression e : expressions) {
          read++;
          if (ExpressionReader.expression(e).isEmpty()) {
            unread.add(e.text());
          }
        }
      }
    }
    assertThat(read).isGreaterThan(200);
    assertThat(unread).isEmpty();
  }
}
