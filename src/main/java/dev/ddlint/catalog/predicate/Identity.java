package dev.ddlint.catalog.predicate;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.parse.tree.Tree;
import java.util.Set;

/** Who a session is: the functions that tell it, and the expressions that ask. */
public final class Identity {
  /** PostgreSQL's own, and those of platforms that hand a request's token to the database. */
  private static final Set<String> SOURCES = Set.of("current_setting", "pg_catalog.current_setting", "current_user",
      "session_user", "current_role", "user", "auth.uid", "auth.jwt", "auth.role", "auth.email", "auth.user_id",
      "auth.session");

  /** Functions that give what they are given, so that a value of a row stays one. */
  private static final Set<String> PLAIN = Set.of("lower", "upper", "trim", "btrim", "coalesce", "nullif", "now",
      "length", "concat", "split_part", "string_to_array", "array_length", "date_trunc", "to_char", "cardinality",
      "greatest", "least", "abs", "left", "right", "substring", "replace", "unnest", "array_agg", "count", "max", "min",
      "sum", "jsonb_build_object", "to_jsonb", "clock_timestamp", "current_timestamp", "current_date", "like",
      "date_part", "extract", "starts_with", "array_append", "array", "row_number", "string_agg", "exists");

  private static final Set<Tree> ANYBODY = Set.of(new Tree.Literal("authenticated"), new Tree.Literal("anon"));

  private final Helpers helpers;

  public Identity(Catalog catalog) {
    this.helpers = new Helpers(catalog);
  }

  /** Whether the function itself tells who the session is. */
  public static boolean isSource(String function) {
    return SOURCES.contains(function);
  }

  /** Whether the expression asks who the session is, by itself or by a function whose body does. */
  public boolean isAsked(Tree tree) {
    return tree
        .holds(part -> part instanceof Tree.Call call && (isSource(call.name()) || helpers.asksWho(call.name())));
  }

  /** As {@link #isAsked}, or may ask by a function whose body is not known. */
  public boolean mayBeAsked(Tree tree) {
    return isAsked(tree) || tree.holds(part -> part instanceof Tree.Call call && isOpaque(call));
  }

  /** As {@link #mayBeAsked}, and for more than whether somebody is logged in. */
  public boolean tellsWho(Tree tree) {
    return !isLogin(tree) && (tree instanceof Tree.Call call
        && (isSource(call.name()) || helpers.asksWho(call.name()) || isOpaque(call))
        || tree.parts().stream().anyMatch(this::tellsWho));
  }

  /** Whether the condition asks only that somebody is logged in. */
  static boolean isLogin(Tree tree) {
    return switch (tree) {
      case Tree.IsNull test -> test.not();
      case Tree.Compare compare -> compare.operator() == Tree.Operator.EQUAL
          && (ANYBODY.contains(compare.left()) || ANYBODY.contains(compare.right()));
      default -> false;
    };
  }

  private boolean isOpaque(Tree.Call call) {
    return !PLAIN.contains(call.name()) && !call.name().startsWith("pg_catalog.")
        && helpers.named(call.name()).isEmpty();
  }

  /** Whether a part of the token that its bearer can edit decides: Supabase's {@code user_metadata}. */
  public boolean trustsItsBearer(Tree tree) {
    return tree.holds(part -> part instanceof Tree.Path path && path.keys().contains("user_metadata")
        && isAsked(path.of()));
  }
}
