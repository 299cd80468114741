package dev.ddlint.engine;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A schema that stands twice in a run: the history that a tool applies, and plain files that say the same once more, for
 * a code generator, for tests or to be read. What both have is told of the history, where it can be repaired; what only
 * the copy has is told of the copy.
 */
final class Copies {
  /** Fewer tables can be alike by chance. */
  private static final int LEAST_TABLES = 5;
  /** In percent: a copy may lag behind by a migration. */
  private static final int LEAST_ALIKE = 80;

  private Copies() {}

  /** What is left to tell of each project, in their order. */
  static List<Finding> toldOnce(List<Judged> projects) {
    List<Judged> applied = projects.stream().filter(project -> project.layout().isApplied()).toList();
    return projects.stream().flatMap(project -> {
      Optional<Judged> original = project.layout().isApplied()
          ? Optional.empty()
          : applied.stream().filter(history -> isCopy(project, history)).findFirst();
      return project.spoken().stream()
          .filter(
              finding -> original.filter(history -> history.fingerprints().contains(finding.fingerprint())).isEmpty());
    }).toList();
  }

  private static boolean isCopy(Judged plain, Judged history) {
    if (plain.spoken().isEmpty() || plain.schema().isEmpty() || history.schema().isEmpty()) {
      return false;
    }
    List<Table> tables = made(plain.schema().get());
    long alike = tables.stream().filter(table -> isAlike(table, history.schema().get())).count();
    return tables.size() >= LEAST_TABLES && alike * 100 >= (long) tables.size() * LEAST_ALIKE;
  }

  private static List<Table> made(Catalog schema) {
    return schema.tables().values().stream().filter(Table::isKnown).filter(table -> !table.kind().isView()).toList();
  }

  private static boolean isAlike(Table copy, Catalog history) {
    return history.table(copy.schema(), copy.name()).filter(table -> {
      Set<String> both = new HashSet<>(names(copy));
      both.retainAll(names(table));
      return both.size() * 100 >= Math.max(copy.columns().size(), table.columns().size()) * LEAST_ALIKE;
    }).isPresent();
  }

  private static Set<String> names(Table table) {
    return table.columns().stream().map(Column::name).collect(Collectors.toSet());
  }
}
