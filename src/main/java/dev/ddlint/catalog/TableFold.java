package dev.ddlint.catalog;

import dev.ddlint.catalog.Change.Form;
import dev.ddlint.catalog.Column.Generation;
import dev.ddlint.catalog.Table.Kind;
import dev.ddlint.catalog.Table.Knowledge;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.CreateTableAs;
import dev.ddlint.ir.CreateView;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Persistence;
import dev.ddlint.ir.StorageOption;
import dev.ddlint.parse.ExpressionNames;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes tables and views. */
final class TableFold {
  private final Draft draft;
  private Optional<Table> replaced = Optional.empty();

  TableFold(Draft draft) {
    this.draft = draft;
  }

  void create(CreateTable statement) {
    if (repeatsColumn(statement)
        || !makesWay(statement.name(), statement.ifNotExists(), statement.persistence())) {
      return;
    }
    Kind kind = statement.foreign()
        ? Kind.FOREIGN
        : statement.partitionBy().isPresent()
            ? Kind.PARTITIONED
            : statement.partitionOf().isPresent() ? Kind.PARTITION : Kind.ORDINARY;
    List<Table> parents = new ArrayList<>();
    statement.partitionOf().ifPresent(of -> parents.add(draft.tableOrMentioned(of.parent())));
    statement.inherits().forEach(parent -> parents.add(draft.tableOrMentioned(parent)));
    boolean complete = statement.ofType().isEmpty() && parents.stream().allMatch(Table::isComplete)
        && statement.likes().stream().allMatch(like -> draft.table(like.table()).filter(Table::isComplete).isPresent());
    Optional<Expression> key = statement.partitionBy()
        .map(p -> new Expression(p.strategy(), Set.of(), p.span()));
    ObjectId id = make(statement.name(), kind, statement.persistence(), complete, Optional.empty(), key,
        statement.span(),
        parents.stream().map(Table::id).toList());
    parents.forEach(parent -> inheritColumns(parent, id));
    statement.likes().forEach(like -> new LikeFold(draft, like).copyColumns(id));
    statement.columns().forEach(column -> new ColumnFold(draft).addOrAmend(id, column));
    takeOver(id);
    // Announced before its parts, so that rules meet a table before its constraints.
    int at = draft.changes().size();
    new ConstraintFold(draft).addAll(id, statement.columns(), statement.constraints(), Form.CREATE_TABLE);
    parents.forEach(parent -> new PartitionFold(draft).inheritNew(draft.current(parent), id));
    statement.likes().forEach(like -> new LikeFold(draft, like).copyIndexes(id));
    draft.changes().add(at, new Change.TableCreated(draft.current(id), Optional.of(statement), statement.span()));
  }

  /** Two columns of one name are refused, but for those that come from parents, and a key that has one twice. */
  private boolean repeatsColumn(CreateTable statement) {
    List<String> names = new ArrayList<>();
    statement.columns().forEach(column -> names.add(column.name().name()));
    statement.likes().forEach(like -> names.addAll(new LikeFold(draft, like).columnNames()));
    return Set.copyOf(names).size() < names.size()
        || statement.constraints().stream().anyMatch(new KeyFold(draft, false)::isRefused);
  }

  /**
   * Whether the name is free. The server refuses a second table of one name; what the history only mentions, or may have
   * lost to dynamic SQL, gives way, but not to a statement that asks first.
   */
  private boolean makesWay(ObjectName name, boolean ifNotExists, Persistence persistence) {
    String schema = persistence == Persistence.TEMPORARY ? Draft.TEMPORARY_SCHEMA : draft.creationSchema(name);
    Optional<Table> there = draft.catalog().table(schema, name.name());
    if (there.isEmpty()) {
      return !draft.isTaken(schema, name.name());
    }
    boolean stays = there.get().isKnown()
        && (ifNotExists || draft.isConditional() || !draft.catalog().isUncertain(there.get()));
    if (!stays) {
      new Removal(draft).alone(there.get());
      replaced = there;
    }
    return !stays;
  }

  /** Foreign keys and heirs of the table that gave way belong to the new one. */
  private void takeOver(ObjectId id) {
    replaced.ifPresent(old -> {
      Table table = draft.current(id);
      draft.catalog().referencing(old).forEach(other -> draft.put(draft.current(other).withConstraints(
          other.constraints().stream().map(c -> c instanceof Constraint.ForeignKey key && key.target().equals(old.id())
              ? key.withTarget(id, table.numbers(old.names(key.targetColumns())))
              : c).toList())));
      draft.catalog().heirs(old).forEach(heir -> draft.put(heir.withParents(heir.kind(),
          heir.parents().stream().map(parent -> parent.equals(old.id()) ? id : parent).toList())));
    });
    replaced = Optional.empty();
  }

  private ObjectId make(ObjectName name, Kind kind, Persistence persistence, boolean complete,
      Optional<Expression> query,
      Optional<Expression> partitionKey, Span span, List<ObjectId> parents) {
    String schema = persistence == Persistence.TEMPORARY ? Draft.TEMPORARY_SCHEMA : draft.creationSchema(name);
    Table table = new Table(draft.newId(), schema, name.name(), kind, persistence,
        complete ? Knowledge.COMPLETE : Knowledge.COLUMNS_UNKNOWN, List.of(), 1, List.of(), List.of(), parents,
        List.of(),
        List.of(), false, false, false, Optional.empty(), query, partitionKey, draft.origin(span));
    draft.put(table);
    return table.id();
  }

  /** An identity is a partition's too, but not an inheriting table's. */
  private void inheritColumns(Table from, ObjectId to) {
    for (Column column : from.columns()) {
      boolean own = column.generation().isIdentity() && draft.current(to).kind() == Kind.ORDINARY;
      new ColumnFold(draft).inherit(column, to, own ? Generation.NONE : column.generation());
    }
  }

  void createAs(CreateTableAs statement) {
    if (!makesWay(statement.name(), statement.ifNotExists(), statement.persistence())) {
      return;
    }
    Kind kind = statement.materializedView() ? Kind.MATERIALIZED_VIEW : Kind.ORDINARY;
    ObjectId id = make(statement.name(), kind, statement.persistence(), false,
        statement.materializedView() ? Optional.of(statement.query()) : Optional.empty(), Optional.empty(),
        statement.span(), List.of());
    takeOver(id);
    nameColumns(id, statement.columns());
    if (statement.materializedView()) {
      read(id, statement.query());
    }
    Table table = draft.current(id);
    if (statement.withData()) {
      draft.fill(table);
    }
    draft.add(new Change.TableCreated(table, Optional.empty(), statement.span()));
  }

  /** A view that is replaced stays the same object. */
  void createView(CreateView statement) {
    Persistence persistence = statement.temporary() ? Persistence.TEMPORARY : Persistence.PERMANENT;
    Optional<Table> there = draft.table(statement.name())
        .filter(view -> view.kind() == Kind.VIEW && statement.orReplace());
    if (there.isPresent()) {
      draft.put(there.get().withQuery(Optional.of(statement.query())).withSecurityInvoker(isInvoker(statement)));
      read(there.get().id(), statement.query());
      draft.add(new Change.TableCreated(draft.current(there.get()), Optional.empty(), statement.span()));
    } else if (makesWay(statement.name(), false, persistence)) {
      ObjectId id = make(statement.name(), Kind.VIEW, persistence, false, Optional.of(statement.query()),
          Optional.empty(), statement.span(), List.of());
      takeOver(id);
      nameColumns(id, statement.columns());
      read(id, statement.query());
      draft.put(draft.current(id).withSecurityInvoker(isInvoker(statement)));
      draft.add(new Change.TableCreated(draft.current(id), Optional.empty(), statement.span()));
    }
  }

  private static boolean isInvoker(CreateView statement) {
    return statement.options().stream().anyMatch(TableFold::makesInvoker);
  }

  /** Whether a view's option says that it reads with the rights of who asks; without a value it is true. */
  static boolean makesInvoker(StorageOption option) {
    return option.name().equals("security_invoker")
        && option.value().map(v -> List.of("true", "on", "1", "yes").contains(v.toLowerCase(Locale.ROOT))).orElse(true);
  }

  /** Notes the relations that a query names; one that a table in it is only called like counts too. */
  private void read(ObjectId view, Expression query) {
    List<ObjectId> relations = new ArrayList<>();
    for (ObjectName name : ExpressionNames.qualified(query)) {
      draft.table(name).map(Table::id).filter(id -> !id.equals(view)).ifPresent(relations::add);
    }
    draft.contents().read(view, relations);
  }

  private void nameColumns(ObjectId id, List<Identifier> names) {
    Origin origin = draft.origin(names.isEmpty() ? Span.NONE : names.get(0).span());
    for (Identifier name : names) {
      Table table = draft.current(id);
      List<Column> columns = new ArrayList<>(table.columns());
      columns
          .add(new Column(table.nextColumn(), name.name(), Optional.empty(), false, Optional.empty(), Generation.NONE,
              Optional.empty(), origin, origin, origin));
      draft.put(table.withColumns(columns, table.nextColumn() + 1));
    }
  }
}
