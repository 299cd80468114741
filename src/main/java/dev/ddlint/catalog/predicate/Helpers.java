package dev.ddlint.catalog.predicate;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Function;
import dev.ddlint.ir.Expression;
import dev.ddlint.parse.ExpressionNames;
import dev.ddlint.parse.tree.Query;
import dev.ddlint.parse.tree.Tree;
import dev.ddlint.parse.tree.TreeReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The functions of the history that predicates call, seen through to their bodies. */
final class Helpers {
  private final Catalog catalog;

  Helpers(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The functions of this name; several where arguments tell them apart. */
  List<Function> named(String name) {
    int dot = name.lastIndexOf('.');
    String bare = name.substring(dot + 1);
    return catalog.functions().values().stream()
        .filter(f -> f.name().equals(bare) && (dot < 0 || f.schema().equals(name.substring(0, dot)))).toList();
  }

  /** Whether the body, or that of a function which it calls, asks who the session is. */
  boolean asksWho(String name) {
    return asksWho(name, new HashSet<>());
  }

  private boolean asksWho(String name, Set<String> seen) {
    return seen.add(name) && named(name).stream().flatMap(f -> f.definition().body().stream())
        .flatMap(body -> ExpressionNames.functions(body).stream())
        .anyMatch(called -> Identity.isSource(called) || asksWho(called, seen));
  }

  /** What a function without arguments gives, where its body is one query that reads no table. */
  Optional<Tree> result(Tree.Call call) {
    List<Function> functions = call.arguments().isEmpty() ? named(call.name()) : List.of();
    return functions.size() == 1
        ? functions.get(0).definition().body().flatMap(Helpers::value)
        : Optional.empty();
  }

  private static Optional<Tree> value(Expression body) {
    return TreeReader.query(body).filter(Helpers::isPlain).map(query -> query.outputs().get(0));
  }

  /** Whether a query gives one value and reads no table. */
  static boolean isPlain(Query query) {
    return query.sources().isEmpty() && query.conditions().isEmpty() && query.unions().isEmpty()
        && query.outputs().size() == 1;
  }
}
