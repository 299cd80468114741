package dev.ddlint.parse.tree;

import dev.ddlint.parse.tree.Query.Source;
import java.util.List;
import java.util.Optional;

/**
 * What an INSERT, UPDATE or DELETE says.
 *
 * @param target the table written to
 * @param sources what FROM, USING or a join names besides
 * @param conditions all must hold
 * @param assignments what an UPDATE sets
 * @param query what an INSERT reads
 */
public record DataTree(Source target, List<Source> sources, List<Tree> conditions, List<Assignment> assignments,
    Optional<Query> query) {

  /** A column and what it is set to. */
  public record Assignment(String column, Tree value) {}
}
