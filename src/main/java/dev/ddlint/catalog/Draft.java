package dev.ddlint.catalog;

import dev.ddlint.catalog.Catalog.QualifiedName;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Persistence;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/** The next state while one statement is applied: a catalog that can still change, and the changes so far. */
final class Draft {
  static final String TEMPORARY_SCHEMA = "pg_temp";

  private final State before;
  private final SourceFile file;
  private final List<Change> changes = new ArrayList<>();
  private Catalog catalog;
  private Session session;
  private Optional<State> begun;
  private PSet<ObjectId> filled;
  private int nextId;

  Draft(State before, SourceFile file) {
    this.before = before;
    this.file = file;
    this.catalog = before.catalog();
    this.session = before.session();
    this.begun = before.begun();
    this.filled = before.filled();
    this.nextId = before.nextId();
  }

  State.Step finish() {
    State after = new State(catalog, session, before.migration(), filled, begun, nextId);
    return new State.Step(after, List.copyOf(changes));
  }

  /** The text of the file that the statement stands in. */
  String text() {
    return file.text();
  }

  State before() {
    return before;
  }

  Catalog catalog() {
    return catalog;
  }

  Session session() {
    return session;
  }

  void session(Session other) {
    session = other;
  }

  List<Change> changes() {
    return changes;
  }

  void add(Change change) {
    changes.add(change);
  }

  ObjectId newId() {
    return new ObjectId(nextId++);
  }

  Origin origin(Span span) {
    return new Origin(new Place(file, span), before.migration());
  }

  // ---- transactions

  void begin() {
    if (begun.isEmpty()) {
      begun = Optional.of(before);
    }
  }

  void commit() {
    begun = Optional.empty();
  }

  void rollback() {
    begun.ifPresent(state -> {
      catalog = state.catalog();
      session = state.session();
      filled = state.filled();
    });
    begun = Optional.empty();
  }

  void fill(Table table) {
    filled = filled.plus(table.id());
  }

  // ---- names

  String creationSchema(ObjectName name) {
    return name.schema().orElse(session.creationSchema());
  }

  Optional<ObjectId> relation(ObjectName name) {
    if (name.schema().isPresent()) {
      return catalog.relation(name.schema().get(), name.name());
    }
    Optional<ObjectId> temporary = catalog.relation(TEMPORARY_SCHEMA, name.name());
    if (temporary.isPresent()) {
      return temporary;
    }
    for (String schema : session.searchPath()) {
      Optional<ObjectId> found = catalog.relation(schema, name.name());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  Optional<Table> table(ObjectName name) {
    return relation(name).flatMap(id -> catalog.table(id));
  }

  /** The table of this name; one that the history never made is noted as mentioned: it was there before. */
  Table tableOrMentioned(ObjectName name) {
    return table(name).orElseGet(() -> {
      Table mentioned = mentioned(name);
      put(mentioned);
      return mentioned;
    });
  }

  Table mentioned(ObjectName name) {
    Origin origin = new Origin(new Place(file, name.span()), Origin.BEFORE_HISTORY);
    return new Table(newId(), creationSchema(name), name.name(), Table.Kind.ORDINARY, Persistence.PERMANENT,
        Table.Knowledge.MENTIONED, List.of(), 1, List.of(), List.of(), List.of(), List.of(), List.of(), false, false,
        Optional.empty(), Optional.empty(), origin);
  }

  Optional<Index> index(ObjectName name) {
    return relation(name).flatMap(id -> catalog.index(id));
  }

  Optional<UserType> type(ObjectName name) {
    List<String> schemas = name.schema().map(List::of).orElse(session.searchPath());
    for (String schema : schemas) {
      ObjectId id = catalog.typeNames().get(new QualifiedName(schema, name.name()));
      if (id != null) {
        return catalog.type(id);
      }
    }
    return Optional.empty();
  }

  boolean isTaken(String schema, String name) {
    return catalog.relation(schema, name).isPresent();
  }

  // ---- objects

  void put(Table table) {
    tables(catalog.tables().plus(table.id(), table), name(table.schema(), table.name(), table.id()));
  }

  void put(Index index) {
    catalog = new Catalog(catalog.tables(), catalog.indexes().plus(index.id(), index), catalog.sequences(),
        name(index.schema(), index.name(), index.id()), catalog.types(), catalog.typeNames(), catalog.functions(),
        catalog.schemas(), catalog.extensions(), catalog.referencing(), catalog.uncertain(), catalog.dropped());
  }

  void put(Sequence sequence) {
    sequences(catalog.sequences().plus(sequence.id(), sequence),
        name(sequence.schema(), sequence.name(), sequence.id()));
  }

  void put(UserType type) {
    types(catalog.types().plus(type.id(), type),
        catalog.typeNames().plus(new QualifiedName(type.schema(), type.name()), type.id()));
  }

  void put(Function function) {
    functions(catalog.functions().plus(new QualifiedName(function.schema(), function.signature()), function));
  }

  void removeFunction(QualifiedName key) {
    functions(catalog.functions().minus(key));
  }

  private PMap<QualifiedName, ObjectId> name(String schema, String name, ObjectId id) {
    QualifiedName key = new QualifiedName(schema, name);
    return id.equals(catalog.relationNames().get(key))
        ? catalog.relationNames()
        : catalog.relationNames().plus(key, id);
  }

  private PMap<QualifiedName, ObjectId> withoutName(String schema, String name) {
    return catalog.relationNames().minus(new QualifiedName(schema, name));
  }

  void remove(Table table) {
    tables(catalog.tables().minus(table.id()), withoutName(table.schema(), table.name()));
  }

  void remove(Index index) {
    catalog = new Catalog(catalog.tables(), catalog.indexes().minus(index.id()), catalog.sequences(),
        withoutName(index.schema(), index.name()), catalog.types(), catalog.typeNames(), catalog.functions(),
        catalog.schemas(), catalog.extensions(), catalog.referencing(), catalog.uncertain(), catalog.dropped());
    catalog.table(index.table()).ifPresent(
        table -> put(table.withIndexes(table.indexes().stream().filter(id -> !id.equals(index.id())).toList())));
  }

  void remove(Sequence sequence) {
    sequences(catalog.sequences().minus(sequence.id()), withoutName(sequence.schema(), sequence.name()));
  }

  void remove(UserType type) {
    types(catalog.types().minus(type.id()), catalog.typeNames().minus(new QualifiedName(type.schema(), type.name())));
  }

  /** Forgets a name before its object is stored under another. */
  void forget(String schema, String name) {
    tables(catalog.tables(), withoutName(schema, name));
  }

  void forgetType(UserType type) {
    types(catalog.types(), catalog.typeNames().minus(new QualifiedName(type.schema(), type.name())));
  }

  private void tables(PMap<ObjectId, Table> tables, PMap<QualifiedName, ObjectId> names) {
    catalog = new Catalog(tables, catalog.indexes(), catalog.sequences(), names, catalog.types(), catalog.typeNames(),
        catalog.functions(), catalog.schemas(), catalog.extensions(), catalog.referencing(), catalog.uncertain(),
        catalog.dropped());
  }

  private void sequences(PMap<ObjectId, Sequence> sequences, PMap<QualifiedName, ObjectId> names) {
    catalog = new Catalog(catalog.tables(), catalog.indexes(), sequences, names, catalog.types(), catalog.typeNames(),
        catalog.functions(), catalog.schemas(), catalog.extensions(), catalog.referencing(), catalog.uncertain(),
        catalog.dropped());
  }

  private void types(PMap<ObjectId, UserType> types, PMap<QualifiedName, ObjectId> names) {
    catalog = new Catalog(catalog.tables(), catalog.indexes(), catalog.sequences(), catalog.relationNames(), types,
        names,
        catalog.functions(), catalog.schemas(), catalog.extensions(), catalog.referencing(), catalog.uncertain(),
        catalog.dropped());
  }

  private void functions(PMap<QualifiedName, Function> functions) {
    catalog = new Catalog(catalog.tables(), catalog.indexes(), catalog.sequences(), catalog.relationNames(),
        catalog.types(), catalog.typeNames(), functions, catalog.schemas(), catalog.extensions(), catalog.referencing(),
        catalog.uncertain(), catalog.dropped());
  }

  void schemas(PSet<String> schemas) {
    catalog = new Catalog(catalog.tables(), catalog.indexes(), catalog.sequences(), catalog.relationNames(),
        catalog.types(), catalog.typeNames(), catalog.functions(), schemas, catalog.extensions(), catalog.referencing(),
        catalog.uncertain(), catalog.dropped());
  }

  void extensions(PSet<String> extensions) {
    catalog = new Catalog(catalog.tables(), catalog.indexes(), catalog.sequences(), catalog.relationNames(),
        catalog.types(), catalog.typeNames(), catalog.functions(), catalog.schemas(), extensions, catalog.referencing(),
        catalog.uncertain(), catalog.dropped());
  }

  private void marks(PMap<ObjectId, PSet<ObjectId>> referencing, PSet<ObjectId> uncertain,
      PSet<QualifiedName> dropped) {
    catalog = new Catalog(catalog.tables(), catalog.indexes(), catalog.sequences(), catalog.relationNames(),
        catalog.types(), catalog.typeNames(), catalog.functions(), catalog.schemas(), catalog.extensions(), referencing,
        uncertain, dropped);
  }

  void markUncertain(Table table) {
    marks(catalog.referencing(), catalog.uncertain().plus(table.id()), catalog.dropped());
  }

  void markDropped(Table table) {
    marks(catalog.referencing(), catalog.uncertain(),
        catalog.dropped().plus(new QualifiedName(table.schema(), table.name())));
  }

  // ---- foreign keys: the reverse index

  void references(ObjectId from, ObjectId target) {
    PSet<ObjectId> known = catalog.referencing().get(target);
    PSet<ObjectId> set = known == null ? HashTreePSet.singleton(from) : known.plus(from);
    marks(catalog.referencing().plus(target, set), catalog.uncertain(), catalog.dropped());
  }

  /** Drops the reverse entry when the table holds no other foreign key to the target. */
  void unreference(ObjectId from, ObjectId target) {
    boolean other = catalog.table(from).stream()
        .flatMap(table -> table.constraints(Constraint.ForeignKey.class).stream())
        .anyMatch(k -> k.target().equals(target));
    PSet<ObjectId> known = catalog.referencing().get(target);
    if (!other && known != null) {
      PSet<ObjectId> rest = known.minus(from);
      marks(rest.isEmpty() ? catalog.referencing().minus(target) : catalog.referencing().plus(target, rest),
          catalog.uncertain(), catalog.dropped());
    }
  }

  /** Whether another table inherits from this one. */
  boolean hasHeirs(Table table) {
    return catalog.tables().values().stream().anyMatch(t -> t.parents().contains(table.id()));
  }

  /** The table as it is now; it must be there. */
  Table current(Table table) {
    return catalog.table(table.id()).orElseThrow();
  }

  Table current(ObjectId id) {
    return catalog.table(id).orElseThrow();
  }

  /** The columns of a table that an expression mentions, by number. */
  List<Integer> columnsIn(Table table, Expression expression) {
    var words = dev.ddlint.parse.ExpressionWords.of(expression);
    return table.columns().stream().filter(column -> words.contains(column.name())).map(Column::number).toList();
  }
}
