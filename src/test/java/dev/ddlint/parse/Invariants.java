package dev.ddlint.parse;

import static org.assertj.core.api.Assertions.fail;

import dev.ddlint.ir.Statement;
import dev.ddlint.ir.Unrecognized;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** What holds of every text that is read, whatever stands in it. */
final class Invariants {
  /** Asking a class anew each time takes longer than the reading that is tested. */
  private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
    @Override
    protected RecordComponent[] computeValue(Class<?> type) {
      return type.getRecordComponents();
    }
  };

  private Invariants() {}

  /** Reads the text and checks that nothing of it is lost, doubled or blurred. */
  static Script check(String name, String text) {
    Script script = new ScriptReader().read(new SourceFile(name, text));
    int end = 0;
    boolean[] covered = new boolean[text.length()];
    for (Statement statement : script.statements()) {
      Span span = statement.span();
      hold(span.start() >= end, name, "statements in order, apart from each other", span);
      hold(!span.isEmpty(), name, "no empty statement", span);
      end = span.end();
      checkTight(name, text, statement);
      Arrays.fill(covered, span.start(), span.end(), true);
      checkInside(name, statement, span);
    }
    for (Script.Trivia trivia : script.trivia()) {
      Arrays.fill(covered, trivia.span().start(), trivia.span().end(), true);
    }
    for (int i = 0; i < covered.length; i++) {
      if (!covered[i] && !isNothing(text.charAt(i))) {
        fail("%s: nobody read the character at %d: %s", name, i, text.substring(i, Math.min(text.length(), i + 40)));
      }
    }
    return script;
  }

  /** A token that is never closed runs to the end of the file, blanks and all. */
  private static void checkTight(String name, String text, Statement statement) {
    Span span = statement.span();
    boolean open = statement instanceof Unrecognized u && u.reason().endsWith("never closed");
    boolean tight = !isNothing(text.charAt(span.start())) && (open || !isNothing(text.charAt(span.end() - 1)));
    hold(tight, name, "tight span", span);
  }

  private static void hold(boolean law, String name, String words, Span at) {
    if (!law) {
      fail("%s: %s, at %s", name, words, at);
    }
  }

  private static boolean isNothing(char c) {
    return c == ';' || c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\u000B' || c == '\uFEFF';
  }

  /** Every span in the tree lies within the statement's. */
  private static void checkInside(String name, Object node, Span whole) {
    switch (node) {
      case Span span -> {
        hold(span.equals(Span.NONE) || whole.contains(span), name, "part within its statement", span);
      }
      case Collection<?> all -> all.forEach(one -> checkInside(name, one, whole));
      case Optional<?> some -> some.ifPresent(one -> checkInside(name, one, whole));
      case Record record -> {
        for (RecordComponent component : COMPONENTS.get(record.getClass())) {
          checkInside(name, value(record, component), whole);
        }
      }
      default -> {
      }
    }
  }

  private static Object value(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(record + "." + component.getName(), e);
    }
  }
}
