package dev.ddlint.parse.tree;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/** The common table expressions in force. */
record With(Map<String, Query> queries) {
  static final With NONE = new With(Map.of());

  /** Those in force behind a WITH clause; one that writes is no query. */
  With plus(@Nullable List<? extends WithItem<?>> items) {
    if (items == null) {
      return this;
    }
    Map<String, Query> more = new HashMap<>(queries);
    for (WithItem<?> item : items) {
      if (item.getParenthesedStatement() instanceof Select select) {
        more.put(Words.folded(item.getAliasName()), new Statements(new With(Map.copyOf(more))).query(select));
      }
    }
    return new With(Map.copyOf(more));
  }

  Optional<Query> query(String name) {
    return Optional.ofNullable(queries.get(name));
  }
}
