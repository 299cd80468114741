package dev.ddlint.prisma;

import dev.ddlint.text.Place;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * SQL that Prisma would write, with the way back from each clause to the line of the schema that causes it.
 *
 * @param text empty where nothing is to be done
 * @param clauses in the order of the text; an inner one stands behind the one that holds it
 */
public record MigrationScript(String text, List<Clause> clauses) {

  /** A range of the text and its cause. */
  public record Clause(Span span, Place place) {}

  public MigrationScript {
    clauses = List.copyOf(clauses);
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** What causes the innermost clause that a range lies in, or the first clause that lies in the range. */
  public Optional<Place> cause(Span span) {
    return at(span).map(Clause::place);
  }

  /** The text of that clause. */
  public Optional<String> clause(Span span) {
    return at(span).map(clause -> clause.span().of(text));
  }

  private Optional<Clause> at(Span span) {
    Optional<Clause> inner = clauses.stream().filter(c -> c.span().contains(span))
        .reduce((a, b) -> b.span().length() <= a.span().length() ? b : a);
    return inner.or(() -> clauses.stream().filter(c -> span.contains(c.span())).findFirst());
  }
}
