package dev.ddlint.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.IndexKey;
import org.junit.jupiter.api.Test;

/** CREATE INDEX. */
class IndexTest {

  private static CreateIndex index(String rest) {
    return Sql.one(CreateIndex.class, "CREATE INDEX i ON t " + rest);
  }

  private static IndexKey key(String key) {
    return index("(" + key + ")").keys().get(0);
  }

  @Test
  void head() {
    CreateIndex index = Sql.one(CreateIndex.class, "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON ONLY s.t (a)");
    assertThat(index.unique()).isTrue();
    assertThat(index.concurrently()).isTrue();
    assertThat(index.ifNotExists()).isTrue();
    assertThat(index.only()).isTrue();
    assertThat(index.table()).hasToString("s.t");
    assertThat(index.method()).isEqualTo("btree");
    assertThat(Sql.one(CreateIndex.class, "CREATE INDEX ON t (a)").name()).isEmpty();
    assertThat(Sql.one(CreateIndex.class, "CREATE INDEX CONCURRENTLY ON t (a)").name()).isEmpty();
  }

  @Test
  void whereConcurrentlyWouldStand() {
    assertThat(index("(a)").concurrentlyAt()).isEqualTo(new dev.ddlint.text.Span(12, 12));
  }

  @Test
  void keys() {
    assertThat(key("a DESC NULLS LAST")).satisfies(k -> {
      assertThat(k.column().orElseThrow().name()).isEqualTo("a");
      assertThat(k.descending()).isTrue();
      assertThat(k.nulls()).contains("LAST");
    });
    assertThat(key("a COLLATE \"de_DE\" s.text_pattern_ops (len = 5) ASC")).satisfies(k -> {
      assertThat(k.collation()).contains("de_DE");
      assertThat(k.operatorClass()).contains("s.text_pattern_ops");
      assertThat(k.sort()).contains("ASC");
    });
    assertThat(key("lower(a)").expression().orElseThrow().functions()).containsExactly("lower");
    assertThat(key("((data ->> 'x')::int)").expression().orElseThrow().text()).isEqualTo("(data ->> 'x')::int");
    assertThat(key("coalesce(a, b) gin_trgm_ops").operatorClass()).contains("gin_trgm_ops");
  }

  @Test
  void tail() {
    CreateIndex index = index("USING gin (a jsonb_path_ops, b) INCLUDE (c, \"D\") NULLS NOT DISTINCT"
        + " WITH (fastupdate = off, fillfactor = 70) TABLESPACE fast WHERE a IS NOT NULL AND (b > 1)");
    assertThat(index.method()).isEqualTo("gin");
    assertThat(index.keys()).hasSize(2);
    assertThat(index.include()).extracting(Object::toString).containsExactly("c", "D");
    assertThat(index.nullsNotDistinct()).isTrue();
    assertThat(TableSignature.options(index.options())).containsExactly("fastupdate=off", "fillfactor=70");
    assertThat(index.tablespace()).contains("fast");
    assertThat(index.predicate().orElseThrow().text()).isEqualTo("a IS NOT NULL AND (b > 1)");
  }
}
