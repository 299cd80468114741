package dev.ddlint.parse.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** An expression. Parentheses and casts are gone; names are folded as PostgreSQL does it. */
public sealed interface Tree {

  /** @param qualifier a table's name or alias */
  record Column(Optional<String> qualifier, String name) implements Tree {}

  /** A number or a string, as text. */
  record Literal(String value) implements Tree {}

  record Truth(boolean value) implements Tree {}

  record Null() implements Tree {}

  /** @param name with its schema where one is written: {@code auth.uid} */
  record Call(String name, List<Tree> arguments) implements Tree {

    /** The name without its schema. */
    public String bareName() {
      return name.substring(name.lastIndexOf('.') + 1);
    }
  }

  /** A value inside JSON: {@code of -> 'a' ->> 'b'}. */
  record Path(Tree of, List<String> keys) implements Tree {}

  /** A query that gives a value. */
  record Select(Query query) implements Tree {}

  record Compare(Operator operator, Tree left, Tree right) implements Tree {}

  /** How two values are compared; those that order or match count as OTHER. */
  enum Operator {
    EQUAL, UNEQUAL, DISTINCT, NOT_DISTINCT, OTHER
  }

  /** {@code left IN (...)} and {@code left = ANY (...)}. */
  record In(Tree left, Tree right, boolean not) implements Tree {}

  record Exists(Query query, boolean not) implements Tree {}

  record IsNull(Tree of, boolean not) implements Tree {}

  /** {@code of IS [NOT] TRUE} or FALSE. */
  record Is(Tree of, boolean value, boolean not) implements Tree {}

  record And(List<Tree> parts) implements Tree {}

  record Or(List<Tree> parts) implements Tree {}

  record Not(Tree of) implements Tree {}

  /** A list or an array. */
  record Values(List<Tree> values) implements Tree {}

  /** @param subject of CASE subject WHEN; empty where each WHEN is a condition */
  record Case(Optional<Tree> subject, List<When> whens, Optional<Tree> otherwise) implements Tree {

    public record When(Tree condition, Tree result) {}
  }

  /** Anything else, with what it is made of. */
  record Other(List<Tree> parts) implements Tree {}

  /** What this is made of; of a query all that stands in it. */
  default List<Tree> parts() {
    return switch (this) {
      case Column c -> List.of();
      case Literal l -> List.of();
      case Truth t -> List.of();
      case Null n -> List.of();
      case Call c -> c.arguments();
      case Path p -> List.of(p.of());
      case Select s -> s.query().trees();
      case Compare c -> List.of(c.left(), c.right());
      case In i -> List.of(i.left(), i.right());
      case Exists e -> e.query().trees();
      case IsNull n -> List.of(n.of());
      case Is i -> List.of(i.of());
      case And a -> a.parts();
      case Or o -> o.parts();
      case Not n -> List.of(n.of());
      case Values v -> v.values();
      case Case c -> parts(c);
      case Other o -> o.parts();
    };
  }

  private static List<Tree> parts(Case tree) {
    List<Tree> parts = new ArrayList<>(tree.subject().stream().toList());
    tree.whens().forEach(when -> parts.addAll(List.of(when.condition(), when.result())));
    tree.otherwise().ifPresent(parts::add);
    return parts;
  }

  /** This and all below it. */
  default Stream<Tree> all() {
    return Stream.concat(Stream.of(this), parts().stream().flatMap(Tree::all));
  }

  /** Whether this or something below it fits. */
  default boolean holds(Predicate<Tree> condition) {
    return all().anyMatch(condition);
  }

  /** The conditions that must all hold. */
  default List<Tree> conjuncts() {
    return this instanceof And and
        ? and.parts().stream().flatMap(part -> part.conjuncts().stream()).toList()
        : List.of(this);
  }

  /** The conditions one of which must hold. */
  default List<Tree> alternatives() {
    return this instanceof Or or
        ? or.parts().stream().flatMap(part -> part.alternatives().stream()).toList()
        : List.of(this);
  }
}
