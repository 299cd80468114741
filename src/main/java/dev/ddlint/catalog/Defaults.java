package dev.ddlint.catalog;

import dev.ddlint.ir.Expression;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.print.Names;
import dev.ddlint.text.Span;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL keeps of a written default. */
final class Defaults {
  private static final Pattern NULL = Pattern.compile("(?is)\\(*\\s*null\\s*\\)*\\s*(::[^']*)?");

  private static final Pattern SEQUENCE = Pattern.compile("nextval\\s*\\(\\s*'(?:([^'.]*)\\.)?([^'.]*)'");

  private Defaults() {}

  /** The default of a serial column. */
  static Expression nextval(String schema, String sequence, Span span) {
    return new Expression("nextval('" + Names.of(schema) + "." + Names.of(sequence) + "'::regclass)", Set.of("nextval"),
        span);
  }

  static Expression nextval(Sequence sequence, Span span) {
    return nextval(sequence.schema(), sequence.name(), span);
  }

  /** Whether it takes its values from the sequence; one without a schema is meant only where no other is found first. */
  static boolean draws(Expression value, Sequence sequence, Draft draft) {
    if (!value.functions().contains("nextval")) {
      return false;
    }
    Matcher matcher = SEQUENCE.matcher(value.text());
    return matcher.find() && matcher.group(2).replace("\"", "").equals(sequence.name())
        && (matcher.group(1) == null
            ? draft.relation(ObjectName.of(sequence.name())).filter(found -> !found.equals(sequence.id())).isEmpty()
            : matcher.group(1).replace("\"", "").equals(sequence.schema()));
  }

  /** Whether it is the literal NULL, cast or not. */
  static boolean isNull(Expression value) {
    return NULL.matcher(value.text().strip()).matches();
  }

  /**
   * The default of a column: DEFAULT NULL is none. Where the type has a length, or is a domain, it is wrapped in a cast
   * that the catalog keeps, to no effect.
   */
  static Optional<Expression> stored(Expression value, Optional<DataType> type, boolean domain) {
    boolean wrapped = domain || type.filter(t -> !t.modifiers().isEmpty() && !t.isArray()).isPresent();
    return isNull(value) && !wrapped ? Optional.empty() : Optional.of(value);
  }
}
