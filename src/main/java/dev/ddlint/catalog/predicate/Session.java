package dev.ddlint.catalog.predicate;

import dev.ddlint.parse.tree.Tree;
import java.util.Optional;

/** What a session says of itself when a predicate is evaluated. */
enum Session {
  /** Anything. */
  ANY,
  /** No setting was made and nobody is logged in. */
  SILENT,
  /** As SILENT, for a connection whose setting was made and reset: PostgreSQL leaves an empty string. */
  RESET,
  /** Somebody is logged in; no setting was made. */
  LOGGED_IN;

  /** The value of a call that tells who the session is. */
  Optional<Value> answer(Tree.Call call) {
    if (this == ANY || !Identity.isSource(call.name())) {
      return Optional.empty();
    }
    if (call.bareName().equals("current_setting")) {
      return Optional.of(setting(call));
    }
    // PostgreSQL's own names of the role always have a value.
    boolean token = call.name().startsWith("auth.");
    return Optional.of(token && this != LOGGED_IN ? Value.NULL : Value.UNKNOWN);
  }

  /** Without its second argument a setting that was never made is an error, which lets nothing through. */
  private Value setting(Tree.Call call) {
    boolean missingOk = call.arguments().size() > 1 && isTrue(call.arguments().get(1));
    boolean token = call.arguments().stream()
        .anyMatch(a -> a instanceof Tree.Literal l && l.value().startsWith("request."));
    if (token && this == LOGGED_IN) {
      return Value.UNKNOWN;
    }
    return this == RESET ? new Value.Text("") : missingOk ? Value.NULL : Value.UNKNOWN;
  }

  private static boolean isTrue(Tree tree) {
    return tree instanceof Tree.Truth truth && truth.value()
        || tree instanceof Tree.Literal literal && (literal.value().equals("true") || literal.value().equals("t"));
  }
}
