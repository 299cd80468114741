package dev.ddlint.parse.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A query.
 *
 * @param sources what it reads, joins included; common table expressions are put in where they are read
 * @param conditions of WHERE, of joins and of HAVING; all must hold
 * @param outputs what it gives
 * @param unions the further branches of UNION and its kin
 */
public record Query(List<Source> sources, List<Tree> conditions, List<Tree> outputs, List<Query> unions) {

  /**
   * What a query reads.
   *
   * @param alias by which columns name it; the table's own name where none is given
   * @param derived the query that stands in its place
   */
  public record Source(Optional<String> schema, String name, String alias, Optional<Query> derived) {}

  /** All branches of a union, or this alone. */
  public List<Query> branches() {
    List<Query> branches = new ArrayList<>(List.of(this));
    unions.forEach(union -> branches.addAll(union.branches()));
    return branches;
  }

  /** All trees that stand in it, those of the queries it reads included. */
  List<Tree> trees() {
    List<Tree> trees = new ArrayList<>(conditions);
    trees.addAll(outputs);
    sources.forEach(source -> source.derived().ifPresent(query -> trees.addAll(query.trees())));
    unions.forEach(union -> trees.addAll(union.trees()));
    return trees;
  }
}
