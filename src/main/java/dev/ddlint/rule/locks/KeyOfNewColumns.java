package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.ColumnAdded;
import dev.ddlint.catalog.Change.KeyAdded;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.AlterTable;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Findings;
import dev.ddlint.text.Place;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A key over columns that its statement adds and writes into each row: the rewrite has locked the table already, and no
 * rows can be equal or NULL in it, so that the rewrite tells all.
 */
record KeyOfNewColumns(KeyAdded key, Context at) {

  static List<KeyOfNewColumns> of(List<ColumnAdded> columns, Context at) {
    if (columns.isEmpty() || !(at.statement() instanceof AlterTable)) {
      return List.of();
    }
    Set<Integer> numbers = columns.stream().map(added -> added.column().number()).collect(Collectors.toSet());
    return at.step().changes().stream().filter(KeyAdded.class::isInstance).map(KeyAdded.class::cast)
        .filter(key -> !key.usingIndex() && key.table().id().equals(columns.get(0).table().id())
            && numbers.containsAll(key.key().columns()) && at.step().effects(key).failure().isEmpty())
        .map(key -> new KeyOfNewColumns(key, at)).toList();
  }

  /** @param reported where the finding stands that tells of it */
  void tell(Findings.Report report, Span reported) {
    if (!reported.contains(key.span())) {
      report.related(new Place(at.file(), key.span()), "the index of its key is built under the same lock");
    }
  }

  /** How a primary key over one new column comes to be; the columns of another key may need more than the key does. */
  static Optional<Advice> advice(List<ColumnAdded> columns, List<KeyOfNewColumns> keys) {
    return columns.size() == 1 && keys.size() == 1 && keys.get(0).key().key().primary()
        ? Optional.of(OnlineKey.advice(keys.get(0).key(), keys.get(0).at()))
        : Optional.empty();
  }

  /** What becomes of the key, as the end of a line that says how the column is filled. */
  String later() {
    return ", and its key over an index built CONCURRENTLY (ddlint explain "
        + (key.key().primary() ? "blocking-primary-key)" : "blocking-unique-constraint)");
  }
}
