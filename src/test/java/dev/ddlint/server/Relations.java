package dev.ddlint.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The user's relations at one moment, by oid, with their files. */
record Relations(Map<String, Relation> byOid) {
  private static final String QUERY = """
      SELECT c.oid, c.relname, c.relkind, coalesce(pg_relation_filenode(c.oid), 0),
        coalesce(pg_relation_size(c.oid), 0), coalesce(x.indrelid, 0)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_index x ON x.indexrelid = c.oid
      WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'
        AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'i', 'I')""";

  /** @param table an index's table */
  record Relation(String oid, String name, String kind, String file, long size, String table) {

    boolean isIndex() {
      return kind.equals("i") || kind.equals("I");
    }
  }

  static Relations now(Connection session) throws SQLException {
    Map<String, Relation> all = new HashMap<>();
    for (List<String> row : PostgresServer.rows(session, QUERY)) {
      all.put(row.get(0),
          new Relation(row.get(0), row.get(1), row.get(2), row.get(3), Long.parseLong(row.get(4)), row.get(5)));
    }
    return new Relations(all);
  }

  Stream<Relation> tables() {
    return byOid.values().stream().filter(r -> !r.isIndex());
  }

  private Stream<Relation> withNewFile(Relations after) {
    return byOid.values().stream().filter(old -> {
      Relation now = after.counterpart(old, this);
      return now != null && !now.file().equals(old.file());
    });
  }

  /** REINDEX CONCURRENTLY puts another index under the name. */
  private Relation counterpart(Relation old, Relations before) {
    return byOid.containsKey(old.oid())
        ? byOid.get(old.oid())
        : byOid.values().stream().filter(r -> old.isIndex() && r.isIndex() && !before.byOid().containsKey(r.oid()))
            .filter(r -> r.name().equals(old.name()) && r.table().equals(old.table())).findFirst().orElse(null);
  }

  private boolean lostItsRows(Relation old) {
    return old.size() > 0 && Objects.requireNonNull(byOid.get(old.oid())).size() == 0;
  }

  TreeSet<String> rewritten(Relations after) {
    return names(changedTables(after, table -> !after.lostItsRows(table)));
  }

  TreeSet<String> emptied(Relations after) {
    return names(changedTables(after, after::lostItsRows));
  }

  private List<Relation> changedTables(Relations after, Predicate<Relation> which) {
    return withNewFile(after).filter(r -> !r.isIndex()).filter(which).toList();
  }

  TreeSet<String> rebuilt(Relations after) {
    List<String> changed = new ArrayList<>();
    changedTables(after, table -> true).forEach(table -> changed.add(table.oid()));
    return names(withNewFile(after).filter(Relation::isIndex).filter(i -> !changed.contains(i.table())).toList());
  }

  static TreeSet<String> names(List<Relation> relations) {
    return relations.stream().map(Relation::name).collect(Collectors.toCollection(TreeSet::new));
  }
}
