package dev.ddlint.physics;

import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.ObjectId;
import dev.ddlint.catalog.Table;
import dev.ddlint.physics.Effects.DataFailure;
import dev.ddlint.physics.Effects.TransactionRule;
import dev.ddlint.physics.Work.Kind;
import dev.ddlint.text.Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds up what a change does: the strongest lock a table counts, and the greatest work a table. */
final class Tally {
  private final Moment moment;
  private final String source;
  private final Map<ObjectId, Lock> locks = new LinkedHashMap<>();
  private final Map<ObjectId, Done> done = new LinkedHashMap<>();
  private final Map<ObjectId, Index> rebuilt = new LinkedHashMap<>();
  private boolean touchesRows;
  private boolean forbidden;
  private Optional<String> unseen = Optional.empty();
  private Optional<DataFailure> failure = Optional.empty();

  private record Done(Table table, Kind kind) {}

  Tally(Moment moment, String source) {
    this.moment = moment;
    this.source = source;
  }

  /** Locks a relation, if it was there before the statement. */
  Tally lock(LockMode mode, Table table) {
    if (moment.existed(table)) {
      locks.merge(table.id(), new Lock(table, mode),
          (a, b) -> new Lock(a.table(), a.mode().strongest(b.mode())));
    }
    return this;
  }

  Tally lock(LockMode mode, Iterable<Table> tables) {
    tables.forEach(table -> lock(mode, table));
    return this;
  }

  /** Does work to all the relations that hold the table's rows: its partitions where it has some. */
  Tally work(Kind kind, Table table) {
    moment.storageOf(table).forEach(part -> put(kind, part));
    return this;
  }

  /** Does work to the rows of a table alone: an index or a foreign key means no heirs. */
  Tally workOnParts(Kind kind, Table table) {
    moment.partsOf(table).forEach(part -> put(kind, part));
    return this;
  }

  /** Does work to one table and to none of its partitions and heirs. */
  Tally put(Kind kind, Table table) {
    done.merge(table.id(), new Done(table, kind), (a, b) -> a.kind().compareTo(b.kind()) >= 0 ? a : b);
    return this;
  }

  Tally work(Kind kind, Iterable<Table> tables) {
    tables.forEach(table -> work(kind, table));
    return this;
  }

  /** Builds indexes of a table again. */
  Tally rebuild(Table table, List<Index> indexes) {
    if (!indexes.isEmpty() && !Moment.isPartitioned(table)) {
      indexes.forEach(index -> rebuilt.put(index.id(), index));
      put(Kind.INDEX_BUILD, table);
    }
    return this;
  }

  /** Reads or writes the rows that the statement picks. */
  Tally touchRows() {
    touchesRows = true;
    return this;
  }

  /** Refuses a transaction block for a reason that the statement alone does not show. */
  Tally forbidden() {
    forbidden = true;
    return this;
  }

  Tally dependsOn(String what) {
    unseen = unseen.or(() -> Optional.of(what));
    return this;
  }

  Tally failsWhen(String sqlState, String when) {
    return failsWhen(Optional.of(new DataFailure(sqlState, when)));
  }

  /** The first failure is the one reported, but NULL is looked for before any condition. */
  Tally failsWhen(Optional<DataFailure> other) {
    boolean sooner = other.filter(f -> f.sqlState().equals("23502")).isPresent()
        && failure.filter(f -> f.sqlState().equals("23514")).isPresent();
    failure = sooner ? other : failure.or(() -> other);
    return this;
  }

  /** Adds what a part of the same statement does. */
  Tally add(Effects effects) {
    effects.locks().forEach(lock -> lock(lock.mode(), lock.table()));
    effects.work().tables().forEach(table -> put(effects.work().kind(), table));
    effects.work().scanned().forEach(table -> put(Kind.SCAN, table));
    effects.work().rebuilt().forEach(index -> rebuilt.put(index.id(), index));
    touchesRows |= effects.work().kind() == Kind.ROWS;
    forbidden |= effects.transaction() == TransactionRule.FORBIDDEN;
    effects.unseen().ifPresent(this::dependsOn);
    return failsWhen(effects.failure());
  }

  Effects effects() {
    List<Lock> strongestFirst = new ArrayList<>(locks.values());
    strongestFirst.sort(Order.by(Lock::mode).reversed());
    TransactionRule rule = forbidden || TransactionRules.forbids(moment.statement())
        ? TransactionRule.FORBIDDEN
        : TransactionRule.ALLOWED;
    return new Effects(List.copyOf(strongestFirst), work(), unseen, failure, rule, source);
  }

  private Work work() {
    Kind least = touchesRows ? Kind.ROWS : Kind.CATALOG_ONLY;
    Kind kind = done.values().stream().map(Done::kind).reduce(least, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    List<Table> most = done.values().stream().filter(d -> d.kind() == kind).map(Done::table).toList();
    List<Table> less = done.values().stream().filter(d -> d.kind() != kind).map(Done::table).toList();
    List<Index> again = rebuilt.values().stream().filter(index -> !rewritten(index)).toList();
    return new Work(kind, most, less, again);
  }

  private boolean rewritten(Index index) {
    Done work = done.get(index.table());
    return work != null && work.kind() == Kind.REWRITE;
  }
}
