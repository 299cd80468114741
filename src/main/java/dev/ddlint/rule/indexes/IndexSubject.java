package dev.ddlint.rule.indexes;

import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.rule.Subject;
import java.util.List;
import java.util.Optional;

/** Names an index by what it is over: the same in a migration and in a Prisma schema, whatever it is called. */
final class IndexSubject {

  private IndexSubject() {}

  static ObjectPath of(Table table, Index index) {
    Optional<List<Integer>> columns = index.columns();
    return columns.map(numbers -> Subject.column(table, String.join(",", table.names(numbers))))
        .orElse(Subject.of(index));
  }
}
