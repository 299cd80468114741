import io.vavr.collection.HashMap;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.organicdesign.fp.collections.PersistentHashMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Three libraries of persistent maps, used as the fold uses them: 10,000 migrations over 2,000 tables; for each a few
 * statements that look names up, look objects up by id and put changed objects; a snapshot kept after each migration;
 * now and then a walk over all tables, as schema rules do.
 *
 * <pre>java -cp pcollections-5.0.0.jar:vavr-1.0.1.jar:vavr-match-1.0.1.jar:Paguro-3.10.3.jar bench/PersistentMaps.java</pre>
 */
final class PersistentMaps {
  private static final int TABLES = 2_000;
  private static final int MIGRATIONS = 10_000;
  private static final int ROUNDS = 9;

  record Id(int value) {}

  record Name(String schema, String name) {}

  record Thing(Id id, int version) {}

  /** The part of a map that the fold needs. */
  interface Map<K, V> {
    V get(K key);

    Map<K, V> plus(K key, V value);

    Map<K, V> minus(K key);

    Iterable<V> values();
  }

  record Pcollections<K, V>(PMap<K, V> map) implements Map<K, V> {
    public V get(K key) {
      return map.get(key);
    }

    public Map<K, V> plus(K key, V value) {
      return new Pcollections<>(map.plus(key, value));
    }

    public Map<K, V> minus(K key) {
      return new Pcollections<>(map.minus(key));
    }

    public Iterable<V> values() {
      return map.values();
    }
  }

  record Vavr<K, V>(HashMap<K, V> map) implements Map<K, V> {
    public V get(K key) {
      return map.getOrElse(key, null);
    }

    public Map<K, V> plus(K key, V value) {
      return new Vavr<>(map.put(key, value));
    }

    public Map<K, V> minus(K key) {
      return new Vavr<>(map.remove(key));
    }

    public Iterable<V> values() {
      return map.valuesIterator();
    }
  }

  record Paguro<K, V>(PersistentHashMap<K, V> map) implements Map<K, V> {
    public V get(K key) {
      return map.get(key);
    }

    public Map<K, V> plus(K key, V value) {
      return new Paguro<>(map.assoc(key, value));
    }

    public Map<K, V> minus(K key) {
      return new Paguro<>(map.without(key));
    }

    public Iterable<V> values() {
      return () -> map.valIterator();
    }
  }

  record Snapshot(Map<Id, Thing> things, Map<Name, Id> names) {}

  public static void main(String[] arguments) {
    measure("pcollections 5.0.0", () -> new Pcollections<Object, Object>(HashTreePMap.empty()));
    measure("vavr 1.0.1", () -> new Vavr<Object, Object>(HashMap.empty()));
    measure("Paguro 3.10.3", () -> new Paguro<Object, Object>(PersistentHashMap.empty()));
  }

  @SuppressWarnings("unchecked")
  private static <K, V> Map<K, V> empty(Supplier<? extends Map<?, ?>> maker) {
    return (Map<K, V>) maker.get();
  }

  private static void measure(String name, Supplier<? extends Map<?, ?>> maker) {
    long[] times = new long[ROUNDS];
    long kept = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long before = used();
      long start = cpu();
      List<Snapshot> snapshots = run(maker);
      times[round] = cpu() - start;
      kept = used() - before;
      if (snapshots.size() != MIGRATIONS) {
        throw new AssertionError();
      }
    }
    Arrays.sort(times);
    System.out.printf(Locale.ROOT, "%-20s median %6.1f ms  best %6.1f ms  snapshots %4d MB%n", name,
        times[ROUNDS / 2] / 1e6, times[0] / 1e6, kept >> 20);
  }

  private static List<Snapshot> run(Supplier<? extends Map<?, ?>> maker) {
    Random random = new Random(7);
    Map<Id, Thing> things = empty(maker);
    Map<Name, Id> names = empty(maker);
    List<Snapshot> snapshots = new ArrayList<>();
    int next = 0;
    long seen = 0;
    for (int migration = 0; migration < MIGRATIONS; migration++) {
      int statements = migration < TABLES ? 1 : 2;
      for (int s = 0; s < statements; s++) {
        int table = migration < TABLES ? migration : random.nextInt(TABLES);
        Name name = new Name("public", "t" + table);
        Id id = names.get(name);
        if (id == null) {
          id = new Id(next++);
          names = names.plus(name, id);
          things = things.plus(id, new Thing(id, 0));
        }
        // A statement asks for the name and the table a dozen times, puts the table thrice, makes an object, drops one.
        for (int i = 0; i < 12; i++) {
          seen += things.get(names.get(new Name("public", "t" + table))).version();
        }
        for (int i = 0; i < 3; i++) {
          things = things.plus(id, new Thing(id, migration));
        }
        Id index = new Id(1_000_000 + next++);
        Name indexName = new Name("public", "i" + index.value());
        names = names.plus(indexName, index);
        things = things.plus(index, new Thing(index, 0));
        if (random.nextInt(3) > 0) {
          names = names.minus(indexName);
          things = things.minus(index);
        }
      }
      if (migration % 100 == 0) {
        for (Thing thing : things.values()) {
          seen += thing.version();
        }
      }
      snapshots.add(new Snapshot(things, names));
    }
    if (seen == 0) {
      throw new AssertionError();
    }
    return snapshots;
  }

  /** Processor time: the machine may have other work. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
