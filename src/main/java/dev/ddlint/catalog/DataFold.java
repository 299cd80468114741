package dev.ddlint.catalog;

import dev.ddlint.ir.DataStatement;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.LockTable;
import dev.ddlint.ir.Maintenance;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Persistence;
import dev.ddlint.ir.RefreshMaterializedView;
import dev.ddlint.ir.Truncate;
import dev.ddlint.parse.tree.Tree;
import dev.ddlint.parse.tree.TreeReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Follows what fills, empties, locks or rebuilds tables. */
final class DataFold {
  /** How pg_dump sets the search path. */
  private static final Pattern SET_CONFIG = Pattern.compile("(?i)set_config\\s*\\(\\s*'search_path'\\s*,\\s*'([^']*)'");

  private static final String REFERENCE = "create_reference_table";
  private static final Set<String> DISTRIBUTING = Set.of("create_distributed_table", REFERENCE,
      "create_distributed_table_concurrently");

  private final Draft draft;

  DataFold(Draft draft) {
    this.draft = draft;
  }

  void data(DataStatement statement) {
    statement.parts().forEach(this::data);
    if (statement.into().isPresent()) {
      selectInto(statement, statement.into().get());
    } else if (!statement.writes()) {
      if (callsOwn(statement.text())) {
        draft.contents().markOpaque();
      }
      setConfig(statement);
      distribute(statement);
    } else {
      statement.target().ifPresent(name -> {
        Table table = draft.tableOrMentioned(name);
        boolean fills = statement.kind() == DataStatement.Kind.INSERT || statement.kind() == DataStatement.Kind.COPY
            || statement.kind() == DataStatement.Kind.MERGE;
        if (fills) {
          draft.fill(table);
        }
        draft.add(new Change.RowsWritten(table, statement, statement.span()));
      });
    }
  }

  /** What a function of the history does is not looked at: it may make objects. */
  private boolean callsOwn(Expression query) {
    return draft.catalog().functions().values().stream()
        .anyMatch(function -> query.functions().contains(function.name())
            || query.functions().contains(function.schema() + "." + function.name()));
  }

  private void selectInto(DataStatement statement, ObjectName name) {
    Table table = new Table(draft.newId(), draft.creationSchema(name), name.name(), Table.Kind.ORDINARY,
        Persistence.PERMANENT, Table.Knowledge.COLUMNS_UNKNOWN, List.of(), 1, List.of(), List.of(), List.of(),
        List.of(),
        List.of(), false, false, false, Optional.empty(), Optional.empty(), Optional.empty(),
        draft.origin(statement.span()));
    draft.put(table);
    draft.fill(table);
    draft.add(new Change.TableCreated(table, Optional.empty(), statement.span()));
  }

  private void setConfig(DataStatement statement) {
    if (statement.text().functions().contains("set_config")
        || statement.text().functions().contains("pg_catalog.set_config")) {
      Matcher matcher = SET_CONFIG.matcher(statement.text().text());
      if (matcher.find()) {
        draft.session(draft.session().withSearchPath(SessionFold.path(List.of(matcher.group(1).split(",")))));
      }
    }
  }

  /** Citus spreads a table by a call. */
  private void distribute(DataStatement statement) {
    if (statement.text().functions().stream().noneMatch(DISTRIBUTING::contains)) {
      return;
    }
    TreeReader.query(statement.text()).stream().flatMap(query -> query.outputs().stream())
        .forEach(output -> distribute(output));
  }

  private void distribute(Tree output) {
    if (!(output instanceof Tree.Call call) || !DISTRIBUTING.contains(call.bareName())) {
      return;
    }
    List<String> words = call.arguments().stream().flatMap(DataFold::literal).toList();
    if (words.isEmpty() || words.size() < 2 && !call.bareName().equals(REFERENCE)) {
      return;
    }
    Optional<String> column = words.size() > 1 ? Optional.of(words.get(1)) : Optional.empty();
    draft.table(name(words.get(0)))
        .ifPresent(table -> draft.put(table.withDistribution(Optional.of(new Table.Distribution(column)))));
  }

  private static Stream<String> literal(Tree tree) {
    return tree instanceof Tree.Literal literal ? Stream.of(literal.value()) : Stream.empty();
  }

  private static ObjectName name(String written) {
    int dot = written.indexOf('.');
    String bare = written.substring(dot + 1).replace("\"", "");
    return dot < 0 ? ObjectName.of(bare) : ObjectName.of(written.substring(0, dot).replace("\"", ""), bare);
  }

  void truncate(Truncate statement) {
    statement.tables().forEach(name -> draft
        .add(new Change.TableTruncated(draft.tableOrMentioned(name), statement.cascade(), statement.span())));
  }

  void lock(LockTable statement) {
    statement.tables().forEach(name -> draft
        .add(new Change.TableLocked(draft.tableOrMentioned(name), statement.mode(), statement.span())));
  }

  void refresh(RefreshMaterializedView statement) {
    draft.add(new Change.MaterializedViewRefreshed(draft.tableOrMentioned(statement.name()), statement.concurrently(),
        statement.withData(), statement.span()));
  }

  void maintain(Maintenance statement) {
    for (ObjectName name : statement.objects()) {
      Optional<Table> table = statement.target() == ObjectKind.INDEX
          ? draft.index(name).flatMap(index -> draft.catalog().table(index.table()))
          : statement.target() == ObjectKind.TABLE ? Optional.of(draft.tableOrMentioned(name)) : Optional.empty();
      table.ifPresent(t -> draft.add(new Change.TableMaintained(t, statement, statement.span())));
    }
  }
}
