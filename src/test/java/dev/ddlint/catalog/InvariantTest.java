package dev.ddlint.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ddlint.catalog.Catalog.QualifiedName;
import dev.ddlint.report.GoldenHistory;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names, ids and reverse references agree after each of many statements of real histories. */
class InvariantTest {
  private static final int EVERY = 13;

  static Stream<GoldenHistory> histories() throws IOException {
    assumeTrue(GoldenHistory.available(), "no histories beside the corpus");
    return GoldenHistory.all();
  }

  @ParameterizedTest
  @MethodSource("histories")
  void hold(GoldenHistory history) throws IOException {
    int[] seen = {0};
    State end = history.fold(history.prelude(), (statement, step) -> {
      if (seen[0]++ % EVERY == 0) {
        check(step.after().catalog());
      }
    });
    check(end.catalog());
  }

  static void check(Catalog catalog) {
    namesMatchObjects(catalog);
    Map<ObjectId, Set<ObjectId>> referencing = new HashMap<>();
    Map<ObjectId, Set<ObjectId>> heirs = new HashMap<>();
    Map<QualifiedName, Set<ObjectId>> constraints = new HashMap<>();
    for (Table table : catalog.tables().values()) {
      parts(catalog, table);
      for (ObjectId parent : table.parents()) {
        assertThat(catalog.table(parent)).isPresent();
        heirs.computeIfAbsent(parent, id -> new HashSet<>()).add(table.id());
      }
      for (Constraint constraint : table.constraints()) {
        constraints.computeIfAbsent(new QualifiedName(table.schema(), constraint.name()), n -> new HashSet<>())
            .add(constraint.id());
        if (constraint instanceof Constraint.ForeignKey key) {
          referencing.computeIfAbsent(key.target(), id -> new HashSet<>()).add(table.id());
          Table target = catalog.table(key.target()).orElseThrow();
          assertThat(key.targetColumns()).allMatch(number -> target.column(number).isPresent());
        }
      }
    }
    assertThat(Map.copyOf(catalog.referencing())).isEqualTo(referencing);
    assertThat(Map.copyOf(catalog.heirs())).isEqualTo(heirs);
    assertThat(Map.copyOf(catalog.constraintNames())).isEqualTo(constraints);
    owners(catalog);
    views(catalog);
  }

  private static void namesMatchObjects(Catalog catalog) {
    Map<QualifiedName, ObjectId> names = new HashMap<>();
    catalog.tables().values().forEach(t -> names.put(new QualifiedName(t.schema(), t.name()), t.id()));
    catalog.indexes().values().forEach(i -> names.put(new QualifiedName(i.schema(), i.name()), i.id()));
    catalog.sequences().values().forEach(s -> names.put(new QualifiedName(s.schema(), s.name()), s.id()));
    assertThat(Map.copyOf(catalog.relationNames())).isEqualTo(names);
    assertThat(names).hasSize(catalog.tables().size() + catalog.indexes().size() + catalog.sequences().size());
    Map<QualifiedName, ObjectId> types = new HashMap<>();
    catalog.types().values().forEach(t -> types.put(new QualifiedName(t.schema(), t.name()), t.id()));
    assertThat(Map.copyOf(catalog.typeNames())).isEqualTo(types);
  }

  private static void parts(Catalog catalog, Table table) {
    Set<ObjectId> kept = new HashSet<>();
    for (Constraint constraint : table.constraints()) {
      assertThat(constraint.columns()).as(constraint.name()).allMatch(number -> table.column(number).isPresent());
      if (constraint instanceof Constraint.Key key) {
        Index index = catalog.index(key.index()).orElseThrow();
        assertThat(index.constraint()).contains(key.id());
        assertThat(index.name()).isEqualTo(key.name());
        kept.add(key.id());
      } else if (constraint instanceof Constraint.Exclusion exclusion) {
        assertThat(catalog.index(exclusion.index())).isPresent();
        kept.add(exclusion.id());
      }
    }
    for (ObjectId id : table.indexes()) {
      Index index = catalog.index(id).orElseThrow();
      assertThat(index.table()).isEqualTo(table.id());
      assertThat(index.schema()).isEqualTo(table.schema());
      assertThat(kept).containsAll(index.constraint().stream().toList());
    }
    assertThat(table.columns()).allMatch(column -> column.number() < table.nextColumn());
    assertThat(table.columns().stream().map(Column::name)).doesNotHaveDuplicates();
  }

  private static void owners(Catalog catalog) {
    Map<ObjectId, Set<ObjectId>> owned = new HashMap<>();
    for (Sequence sequence : catalog.sequences().values()) {
      sequence.owner().ifPresent(owner -> {
        assertThat(catalog.table(owner.table()).flatMap(t -> t.column(owner.column()))).isPresent();
        owned.computeIfAbsent(owner.table(), id -> new HashSet<>()).add(sequence.id());
      });
    }
    assertThat(Map.copyOf(catalog.owned())).isEqualTo(owned);
    Set<ObjectId> parts = new HashSet<>(catalog.indexes().keySet());
    catalog.tables().values().forEach(t -> t.constraints().forEach(c -> parts.add(c.id())));
    assertThat(parts).containsAll(catalog.copies().keySet()).containsAll(catalog.copies().values());
    catalog.indexes().values().forEach(
        index -> assertThat(catalog.table(index.table()).orElseThrow().indexes()).contains(index.id()));
    assertThat(catalog.tables().keySet()).containsAll(catalog.uncertain());
  }

  private static void views(Catalog catalog) {
    Map<ObjectId, Set<ObjectId>> readers = new HashMap<>();
    catalog.reads().forEach((view, relations) -> relations
        .forEach(relation -> readers.computeIfAbsent(relation, id -> new HashSet<>()).add(view)));
    assertThat(Map.copyOf(catalog.readers())).isEqualTo(readers);
    assertThat(catalog.tables().keySet()).containsAll(catalog.reads().keySet())
        .containsAll(catalog.readers().keySet());
  }
}
