package dev.ddlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ddlint.catalog.Catalog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schema for programs: each kind of object, what is known of it, and where it was made. */
class SchemaJsonTest {
  private static final String FIRST = """
      CREATE SCHEMA app;
      CREATE TYPE app.mood AS ENUM ('sad', 'ok');
      CREATE DOMAIN positive AS int CHECK (VALUE > 0);
      CREATE TABLE app.orders (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        mood app.mood NOT NULL DEFAULT 'ok',
        n positive,
        code text UNIQUE CHECK (code <> ''),
        customer int REFERENCES customers (id) ON DELETE CASCADE,
        EXCLUDE (n WITH =)
      );
      CREATE INDEX orders_code ON app.orders (lower(code)) INCLUDE (n) WHERE n > 1;
      """;
  private static final String SECOND = """
      ALTER TABLE app.orders ENABLE ROW LEVEL SECURITY;
      CREATE POLICY own ON app.orders FOR SELECT USING (n > 0);
      CREATE TRIGGER touch BEFORE UPDATE ON app.orders FOR EACH ROW EXECUTE FUNCTION f();
      CREATE VIEW sad AS SELECT id FROM app.orders;
      CREATE SEQUENCE tickets;
      DO $$ BEGIN IF random() > 1 THEN ALTER TABLE app.orders ADD COLUMN extra int; END IF; END $$;
      """;

  private static Catalog catalog() {
    return Folded.catalog(FIRST, SECOND);
  }

  private static JsonNode json() throws IOException {
    StringBuilder out = new StringBuilder();
    SchemaReport.json(catalog(), out);
    return new ObjectMapper().readTree(out.toString());
  }

  private static JsonNode table(String name) throws IOException {
    for (JsonNode table : json().get("tables")) {
      if (table.get("name").asText().equals(name)) {
        return table;
      }
    }
    throw new AssertionError(name);
  }

  private static List<String> names(JsonNode things) {
    List<String> names = new ArrayList<>();
    things.forEach(thing -> names.add(thing.get("name").asText()));
    return names;
  }

  private static List<String> fields(JsonNode thing) {
    List<String> fields = new ArrayList<>();
    thing.fieldNames().forEachRemaining(fields::add);
    return fields;
  }

  @Test
  void theDocumentHoldsEachKindOfObject() throws IOException {
    JsonNode json = json();
    assertThat(fields(json)).containsExactly("tables", "views", "enums", "domains", "sequences");
    assertThat(names(json.get("tables"))).containsExactly("orders", "customers");
    assertThat(names(json.get("views"))).containsExactly("sad");
    assertThat(json.get("enums").toString()).isEqualTo(
        "[{\"schema\":\"app\",\"name\":\"mood\",\"values\":[\"sad\",\"ok\"],\"madeAt\":\"0.sql:2\"}]");
    assertThat(json.get("domains").toString()).isEqualTo("[{\"schema\":\"public\",\"name\":\"positive\",\"type\":"
        + "\"integer\",\"notNull\":false,\"checks\":[{\"name\":\"positive_check\",\"condition\":\"VALUE > 0\","
        + "\"validated\":true}],\"madeAt\":\"0.sql:3\"}]");
    assertThat(names(json.get("sequences"))).containsExactly("orders_id_seq", "tickets");
    assertThat(json.get("sequences").get(0).get("ownedBy").asText()).isEqualTo("app.orders.id");
  }

  @Test
  void aTableHasItsParts() throws IOException {
    JsonNode orders = table("orders");
    assertThat(fields(orders)).containsExactly("schema", "name", "kind", "knowledge", "uncertain", "rowSecurity",
        "rowSecurityForced", "columns", "keys", "indexes", "foreignKeys", "checks", "exclusions", "policies",
        "triggers", "madeAt");
    assertThat(orders.get("columns").get(1).toString()).isEqualTo("{\"name\":\"mood\",\"type\":\"app.mood\","
        + "\"notNull\":true,\"default\":\"'ok'\",\"generation\":\"none\",\"madeAt\":\"0.sql:6\"}");
    assertThat(names(orders.get("keys"))).containsExactly("orders_pkey", "orders_code_key");
    assertThat(names(orders.get("indexes"))).contains("orders_code", "orders_n_excl");
    assertThat(orders.get("foreignKeys").get(0).get("onDelete").asText()).isEqualTo("CASCADE");
    assertThat(orders.get("checks").get(0).get("condition").asText()).isEqualTo("code <> ''");
    assertThat(names(orders.get("exclusions"))).containsExactly("orders_n_excl");
    assertThat(orders.get("policies").get(0).get("using").asText()).isEqualTo("n > 0");
    assertThat(names(orders.get("triggers"))).containsExactly("touch");
    assertThat(orders.get("rowSecurity").asBoolean()).isTrue();
  }

  @Test
  void whatIsKnownOfATableIsTold() throws IOException {
    assertThat(table("orders").get("knowledge").asText()).isEqualTo("complete");
    // A condition that is not known may have changed it.
    assertThat(table("orders").get("uncertain").asBoolean()).isTrue();
    assertThat(table("customers").get("knowledge").asText()).isEqualTo("mentioned");
    assertThat(table("customers").get("uncertain").asBoolean()).isFalse();
    assertThat(table("customers").get("madeAt").asText()).isEqualTo("0.sql:9");
    assertThat(table("customers").get("columns").get(0).get("type").isNull()).isTrue();
  }

  @Test
  void thePrintIsTheSameEachTime() throws IOException {
    assertThat(json().toString()).isEqualTo(json().toString());
  }
}
