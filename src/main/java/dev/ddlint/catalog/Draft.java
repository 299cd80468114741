package dev.ddlint.catalog;

import dev.ddlint.catalog.Catalog.QualifiedName;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Persistence;
import dev.ddlint.parse.ExpressionNames;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/** The next state while one statement is applied: a catalog that can still change, and the changes so far. */
final class Draft {
  static final String TEMPORARY_SCHEMA = "pg_temp";

  private final State before;
  private final SourceFile file;
  private final List<Change> changes = new ArrayList<>();
  private Contents contents;
  private Session session;
  private Optional<State> begun;
  private PSet<ObjectId> filled;
  private int nextId;
  private boolean conditional;

  Draft(State before, SourceFile file) {
    this.before = before;
    this.file = file;
    this.contents = new Contents(before.catalog());
    this.session = before.session();
    this.begun = before.begun();
    this.filled = before.filled();
    this.nextId = before.nextId();
  }

  /** Whether what is applied runs only where something else is so. */
  boolean isConditional() {
    return conditional;
  }

  void conditional(boolean other) {
    conditional = other;
  }

  State.Step finish() {
    State after = new State(catalog(), session, before.migration(), filled, begun, nextId);
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
    return contents.catalog();
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
      contents = new Contents(state.catalog());
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
      return catalog().relation(name.schema().get(), name.name());
    }
    Optional<ObjectId> temporary = catalog().relation(TEMPORARY_SCHEMA, name.name());
    if (temporary.isPresent()) {
      return temporary;
    }
    for (String schema : session.searchPath()) {
      Optional<ObjectId> found = catalog().relation(schema, name.name());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  Optional<Table> table(ObjectName name) {
    return relation(name).flatMap(id -> catalog().table(id));
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
        false, Optional.empty(),
        Optional.empty(), Optional.empty(), origin);
  }

  /** Whether what the history does not know does not exist: it has made tables, and named none that it did not make. */
  boolean beginsAtTheBeginning() {
    return !catalog().tables().isEmpty() && catalog().tables().values().stream().allMatch(Table::isKnown);
  }

  Optional<Index> index(ObjectName name) {
    return relation(name).flatMap(id -> catalog().index(id));
  }

  Optional<UserType> type(ObjectName name) {
    List<String> schemas = name.schema().map(List::of).orElse(session.searchPath());
    for (String schema : schemas) {
      ObjectId id = catalog().typeNames().get(new QualifiedName(schema, name.name()));
      if (id != null) {
        return catalog().type(id);
      }
    }
    return Optional.empty();
  }

  boolean isTaken(String schema, String name) {
    return catalog().relation(schema, name).isPresent();
  }

  /** Whether a constraint of the schema bears the name: what PostgreSQL asks before it chooses one. */
  boolean isConstraintTaken(String schema, String name) {
    return catalog().constraintNames().containsKey(new QualifiedName(schema, name));
  }

  /** As both together, for a constraint that an index keeps. */
  boolean isKeyTaken(String schema, String name) {
    return isTaken(schema, name) || isConstraintTaken(schema, name);
  }

  // ---- objects

  /** The catalog to change. */
  Contents contents() {
    return contents;
  }

  void put(Table table) {
    contents.put(table);
  }

  void put(Index index) {
    contents.put(index);
  }

  void put(Sequence sequence) {
    contents.put(sequence);
  }

  void put(UserType type) {
    contents.put(type);
  }

  /** The table as it is now; it must be there. */
  Table current(Table table) {
    return catalog().table(table.id()).orElseThrow();
  }

  Table current(ObjectId id) {
    return catalog().table(id).orElseThrow();
  }

  /** The columns of a table that an expression mentions, by number. */
  List<Integer> columnsIn(Table table, Expression expression) {
    Set<String> words = ExpressionNames.columns(expression);
    return table.columns().stream().filter(column -> words.contains(column.name())).map(Column::number).toList();
  }
}
