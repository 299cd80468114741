package dev.ddlint.catalog;

import dev.ddlint.ir.Expression;
import dev.ddlint.text.Order;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * All objects of a database at one moment. Immutable; a changed copy shares everything that did not change.
 *
 * @param relationNames tables, views, indexes and sequences share one namespace per schema (manual, section 5.10)
 * @param referencing for each table those that hold a foreign key to it
 * @param heirs for each table its partitions and the tables that inherit from it
 * @param owned for each table the sequences that its columns own
 * @param reads for each view the relations that its query reads
 * @param readers for each relation the views that read it
 * @param constraintNames for each name of a constraint those that bear it: tables of one schema may share one
 * @param copies for each index and constraint of a partition the one of its parent that it stands for
 * @param uncertain the tables that dynamic SQL, a statement not understood or a condition may have changed
 * @param unread those that SQL names which cannot be read, a statement not understood too, each with the number of the
 *     last column that it had then
 * @param dropped the names of tables that the history dropped, or gave away to another name
 * @param opaque whether the history ran SQL that cannot be read: objects may exist that it does not tell of
 */
public record Catalog(PMap<ObjectId, Table> tables, PMap<ObjectId, Index> indexes, PMap<ObjectId, Sequence> sequences,
    PMap<QualifiedName, ObjectId> relationNames, PMap<ObjectId, UserType> types,
    PMap<QualifiedName, ObjectId> typeNames,
    PMap<QualifiedName, Function> functions, PSet<String> schemas, PSet<String> extensions,
    PMap<ObjectId, PSet<ObjectId>> referencing, PMap<ObjectId, PSet<ObjectId>> heirs,
    PMap<ObjectId, PSet<ObjectId>> owned, PMap<ObjectId, PSet<ObjectId>> reads, PMap<ObjectId, PSet<ObjectId>> readers,
    PMap<QualifiedName, PSet<ObjectId>> constraintNames, PMap<ObjectId, ObjectId> copies, PSet<ObjectId> uncertain,
    PMap<ObjectId, Integer> unread, PSet<QualifiedName> dropped, boolean opaque) {

  public static final Catalog EMPTY = new Catalog(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(),
      HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(),
      HashTreePSet.singleton("public"), HashTreePSet.empty(), HashTreePMap.empty(), HashTreePMap.empty(),
      HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(),
      HashTreePSet.empty(), HashTreePMap.empty(), HashTreePSet.empty(), false);

  private static final Comparator<Table> OLDEST_FIRST = Order.by(t -> t.id().value());

  /** A name with its schema. */
  public record QualifiedName(String schema, String name) {}

  public Optional<Table> table(ObjectId id) {
    return Optional.ofNullable(tables.get(id));
  }

  public Optional<Table> table(String schema, String name) {
    return relation(schema, name).flatMap(this::table);
  }

  public Optional<ObjectId> relation(String schema, String name) {
    return Optional.ofNullable(relationNames.get(new QualifiedName(schema, name)));
  }

  public Optional<Index> index(ObjectId id) {
    return Optional.ofNullable(indexes.get(id));
  }

  public Optional<UserType> type(ObjectId id) {
    return Optional.ofNullable(types.get(id));
  }

  public Optional<UserType> type(DataType type) {
    return type.user().flatMap(this::type);
  }

  /** Whether a row that brings no value for the column gets one, from the column or from its domain. */
  public boolean hasDefault(Column column) {
    return column.hasDefault() || column.defaultValue().isEmpty() && column.type().flatMap(this::defaultOf).isPresent();
  }

  /** The column's own default; else its domain's. */
  public Optional<Expression> defaultOf(Column column) {
    return column.defaultValue().or(() -> column.type().flatMap(this::defaultOf));
  }

  private Optional<Expression> defaultOf(DataType type) {
    Optional<UserType> domain = type.isArray() ? Optional.empty() : type(type);
    return domain.flatMap(UserType::defaultValue)
        .or(() -> domain.flatMap(UserType::base).flatMap(this::defaultOf));
  }

  /** The indexes on a table, in the order they were made. */
  public List<Index> indexesOf(Table table) {
    return table.indexes().stream().map(indexes::get).toList();
  }

  /** The tables that hold a foreign key to this one, itself included where it does. */
  public Collection<Table> referencing(Table target) {
    return Links.of(referencing, target.id()).stream().flatMap(id -> table(id).stream()).sorted(OLDEST_FIRST).toList();
  }

  /** The partitions of a table and the tables that inherit from it, oldest first. */
  public List<Table> heirs(Table parent) {
    return Links.of(heirs, parent.id()).stream().flatMap(id -> table(id).stream()).sorted(OLDEST_FIRST).toList();
  }

  /** The sequences that columns of the table own, oldest first. */
  public List<Sequence> sequencesOf(Table table) {
    return Links.of(owned, table.id()).stream().map(sequences::get)
        .sorted(Order.by(s -> s.id().value())).toList();
  }

  /** The views that read the relation themselves, oldest first. */
  public List<Table> readersOf(Table relation) {
    return Links.of(readers, relation.id()).stream().flatMap(id -> table(id).stream()).sorted(OLDEST_FIRST).toList();
  }

  /** Whether a partition's index or constraint stands for the given one of its parent. */
  public boolean isCopy(ObjectId part, ObjectId whole) {
    return whole.equals(copies.get(part));
  }

  /** Whether the history tells of all objects: it refers to none that it did not make, and hides nothing. */
  public boolean isWhole() {
    return !opaque && tables.values().stream().allMatch(Table::isKnown);
  }

  /** Whether dynamic SQL or a condition may have changed the object: it may be other than it seems. */
  public boolean isUncertain(Table table) {
    return uncertain.contains(table.id());
  }

  /** Whether SQL that cannot be read names the table since it has the column: it may have done something to it. */
  public boolean mayHide(Table table, Column column) {
    return Optional.ofNullable(unread.get(table.id())).filter(last -> column.number() <= last).isPresent();
  }
}
