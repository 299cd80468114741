package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Constraint.Key;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.ScopeClass;
import dev.ddlint.catalog.tenancy.TenantModel;
import dev.ddlint.ir.ReferentialAction;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which indexes of a table serve a search by tenant. */
final class KeyIndexes {
  private static final Pattern SHARD = Pattern.compile("(?i)(^|_)(shard|partition|bucket)");
  private static final Pattern DELETED = Pattern.compile("(?i)\\w*(deleted|archived|removed)\\w* IS NULL");

  /** Each value has a partition of its own; of a hash many share one. */
  private static final Pattern BY_VALUE = Pattern.compile("(?i)\\bLIST\\s*\\(\\s*\"?(\\w+)\"?\\s*\\)");

  private final Catalog catalog;
  private final Table table;

  KeyIndexes(Catalog catalog, Table table) {
    this.catalog = catalog;
    this.table = table;
  }

  /** Whether an index, a unique or a primary key begins with the column. */
  boolean lead(Column key) {
    return serving(key).anyMatch(index -> first(index).filter(c -> c == key.number()).isPresent());
  }

  /**
   * The first column that tells rows apart: before it, a flag (searches give both of its values, or one) and the number
   * of a shard (computed from what is searched for) cost nothing.
   */
  private Optional<Integer> first(Index index) {
    return index.keys().stream().map(Index.Key::column)
        .filter(number -> number.flatMap(table::column).filter(KeyIndexes::isPassed).isEmpty()).findFirst()
        .flatMap(number -> number);
  }

  private static boolean isPassed(Column column) {
    return column.type().filter(type -> type.is("bool")).isPresent()
        || SHARD.matcher(column.name()).find();
  }

  private Stream<Index> serving(Column column) {
    return catalog.indexesOf(table).stream().filter(index -> index.valid() && !index.keys().isEmpty()
        && (index.method().equals("btree") || index.method().equals("hash") && index.keys().size() == 1)
        && isWhole(index, column));
  }

  /** A partial index serves only if it leaves out nothing but NULL and deleted rows, which no search of a tenant wants. */
  private static boolean isWhole(Index index, Column column) {
    return index.predicate().map(where -> where.text().replaceAll("[\\s\"()]+", " ").strip()
        .replaceFirst("^(?:\\w+ ?\\. ?)+(?=\\w+ (?i:IS) )", ""))
        .map(where -> where.equalsIgnoreCase(column.name() + " IS NOT NULL") || DELETED.matcher(where).matches())
        .orElse(true);
  }

  /** A join table whose key holds the tenant behind another column is searched by that one, which is selective. */
  boolean isCoveredJoin(Column key) {
    boolean inKey = table.primaryKey().map(Key::columns).filter(columns -> columns.contains(key.number())).isPresent();
    List<ForeignKey> others = table.constraints(ForeignKey.class).stream()
        .filter(foreign -> !foreign.columns().contains(key.number())).toList();
    return inKey && !others.isEmpty() && others.stream().allMatch(this::leads);
  }

  /**
   * Whether the rows live and die with rows that have the same tenant: a required foreign key that cascades leads to them
   * and an index leads with it. Such a part is read by its whole; what deleting a tenant costs the foreign key's own rule
   * says.
   */
  boolean isReadByWhole(Column key, TenantModel model) {
    return table.constraints(ForeignKey.class).stream()
        .filter(foreign -> !foreign.columns().equals(List.of(key.number()))
            && foreign.onDelete() == ReferentialAction.CASCADE)
        .filter(foreign -> foreign.columns().stream()
            .allMatch(number -> table.column(number).filter(Column::notNull).isPresent()))
        .filter(foreign -> catalog.table(foreign.target()).filter(whole -> model.is(whole, ScopeClass.DIRECT)
            || model.is(whole, ScopeClass.INDIRECT)).isPresent())
        .anyMatch(this::leads);
  }

  /** Whether an index begins with another level, such as a project's environment: that is how the rows are read. */
  boolean isReadByLevel(TenantModel model) {
    return table.columns().stream().filter(column -> column.notNull() && model.isLevel(column)).anyMatch(this::lead);
  }

  /**
   * Whether the rows are read without the tenant, and deleting one does not search for them: no foreign key asks for it.
   * Each partition of such a table holds one tenant or one span of time, its rows are found by the row of another table
   * that they belong to, or they keep a record of what happened and are found by time or by trace.
   */
  boolean isReadOtherwise(Column key) {
    boolean asked = table.constraints(ForeignKey.class).stream().anyMatch(foreign -> foreign.columns()
        .equals(List.of(key.number())));
    return table.partitionKey().map(by -> table.origin().place().file().text(by.span()))
        .filter(by -> hasEachApart(by, key)).isPresent()
        || !asked && (table.partitionKey().isPresent() || Records.are(table) || isReadByOther(key));
  }

  /** @param partitionKey such as {@code LIST (tenant_id)} */
  private static boolean hasEachApart(String partitionKey, Column key) {
    Matcher matcher = BY_VALUE.matcher(partitionKey);
    return matcher.find() && matcher.group(1).equalsIgnoreCase(key.name());
  }

  /** Whether an index begins with the identity of another row: a task's, by which its lines are listed. */
  private boolean isReadByOther(Column key) {
    return table.columns().stream().filter(column -> column.notNull() && column.number() != key.number())
        .filter(column -> isOfOther(column) && (beginsPrimaryKey(column) || leadsToTable(column)))
        .anyMatch(this::lead);
  }

  /** Named for what it tells apart, which is not its own row; a user's rows are those of several tenants. */
  private boolean isOfOther(Column column) {
    List<String> words = NameWords.of(column.name());
    return words.size() > 1 && words.get(words.size() - 1).equals("id") && !words.contains("user")
        && !column.generation().isIdentity() && column.defaultValue().isEmpty()
        && !words.subList(0, words.size() - 1).equals(NameWords.singular(table.name()));
  }

  private boolean beginsPrimaryKey(Column column) {
    return table.primaryKey().filter(primary -> primary.columns().get(0) == column.number()).isPresent();
  }

  private boolean leadsToTable(Column column) {
    List<String> words = NameWords.of(column.name());
    return table.constraints(ForeignKey.class).stream().anyMatch(key -> key.columns().equals(List.of(column.number())))
        || catalog.tables().values().stream()
            .anyMatch(other -> NameWords.singular(other.name()).equals(words.subList(0, words.size() - 1)));
  }

  private boolean leads(ForeignKey key) {
    Set<Integer> columns = new HashSet<>(key.columns());
    return catalog.indexesOf(table).stream().filter(index -> index.valid() && index.predicate().isEmpty())
        .flatMap(index -> index.columns().stream()).anyMatch(own -> own.size() >= columns.size()
            && new HashSet<>(own.subList(0, columns.size())).equals(columns));
  }
}
