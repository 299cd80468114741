package dev.ddlint.catalog;

import dev.ddlint.ir.SetVariable;
import dev.ddlint.ir.Transaction;
import java.util.List;

/** Follows settings and transactions. */
final class SessionFold {
  private final Draft draft;

  SessionFold(Draft draft) {
    this.draft = draft;
  }

  void set(SetVariable statement) {
    String name = statement.name();
    boolean unset = statement.reset() || statement.values().isEmpty();
    if (name.equals("search_path") || name.equals("schema")) {
      draft.session(draft.session().withSearchPath(unset ? Session.DEFAULT.searchPath() : path(statement.values())));
    } else if (name.equals("all") && statement.reset()) {
      draft.session(Session.DEFAULT);
    } else {
      draft.session(unset
          ? draft.session().withoutSetting(name)
          : draft.session().withSetting(name, String.join(", ", statement.values())));
    }
  }

  /** {@code "$user"} names a schema that migrations do not have; empty names count for nothing. */
  static List<String> path(List<String> written) {
    return written.stream().flatMap(part -> List.of(part.split(",")).stream())
        .map(part -> part.strip().replace("\"", "")).filter(part -> !part.isEmpty() && !part.equals("$user")).toList();
  }

  void transaction(Transaction statement) {
    switch (statement.kind()) {
      case BEGIN, START -> draft.begin();
      case COMMIT, PREPARE -> draft.commit();
      case ROLLBACK -> draft.rollback();
      case SAVEPOINT, RELEASE, ROLLBACK_TO, COMMIT_PREPARED, ROLLBACK_PREPARED -> {
      }
    }
  }
}
