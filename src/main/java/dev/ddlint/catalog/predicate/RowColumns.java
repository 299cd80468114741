package dev.ddlint.catalog.predicate;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Table;
import dev.ddlint.parse.tree.Query;
import dev.ddlint.parse.tree.Query.Source;
import dev.ddlint.parse.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which columns of the row under test an expression reads, the names of subqueries told apart from the row's own. */
public final class RowColumns {
  private final Catalog catalog;
  private final Table row;
  private final String alias;

  /** @param alias by which the expression names the row's table */
  public RowColumns(Catalog catalog, Table row, String alias) {
    this.catalog = catalog;
    this.row = row;
    this.alias = alias;
  }

  /** The names, in the order of the expression. */
  public Set<String> in(Tree tree) {
    Set<String> found = new LinkedHashSet<>();
    collect(tree, List.of(), found);
    return found;
  }

  /** The row's columns that a query's conditions and outputs read: by them it depends on the row. */
  Set<String> in(Query query) {
    return in(new Tree.Select(query));
  }

  private void collect(Tree tree, List<Source> inner, Set<String> found) {
    switch (tree) {
      case Tree.Column column when isOwn(column, inner) -> found.add(column.name());
      case Tree.Select select -> collect(select.query(), inner, found);
      case Tree.Exists exists -> collect(exists.query(), inner, found);
      default -> tree.parts().forEach(part -> collect(part, inner, found));
    }
  }

  private void collect(Query query, List<Source> outer, Set<String> found) {
    for (Query branch : query.branches()) {
      List<Source> inner = new ArrayList<>(outer);
      inner.addAll(branch.sources());
      branch.conditions().forEach(condition -> collect(condition, inner, found));
      branch.outputs().forEach(output -> collect(output, inner, found));
      branch.sources().forEach(source -> source.derived().ifPresent(derived -> collect(derived, outer, found)));
    }
  }

  private boolean isOwn(Tree.Column column, List<Source> inner) {
    if (column.qualifier().isPresent()) {
      String qualifier = column.qualifier().get();
      return qualifier.equals(alias) && inner.stream().noneMatch(source -> source.alias().equals(qualifier));
    }
    return inner.isEmpty() || row.column(column.name()).isPresent()
        && inner.stream().noneMatch(source -> mayHave(source, column.name()));
  }

  /** A name without a table is the innermost query's, where that has it or is not known whole. */
  private boolean mayHave(Source source, String column) {
    Optional<Table> table = source.derived().isPresent() ? Optional.empty() : table(source);
    return table.filter(Table::isComplete).map(known -> known.column(column).isPresent()).orElse(true);
  }

  private Optional<Table> table(Source source) {
    return Tables.of(catalog, source, row.schema());
  }
}
