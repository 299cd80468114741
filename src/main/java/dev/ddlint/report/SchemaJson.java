package dev.ddlint.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Origin;
import dev.ddlint.catalog.Sequence;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.UserType;
import dev.ddlint.text.Order;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A schema as one JSON document:
 *
 * <pre>
 * {
 *   "tables":    [{"schema", "name", "kind", "knowledge", "uncertain", "rowSecurity", "rowSecurityForced",
 *                  "columns":     [{"name", "type", "notNull", "default", "generation", "madeAt"}],
 *                  "keys":        [{"name", "primary", "columns", "index", "madeAt"}],
 *                  "indexes":     [{"name", "unique", "method", "keys", "include", "predicate", "valid", "madeAt"}],
 *                  "foreignKeys": [{"name", "columns", "target", "targetColumns", "onDelete", "onUpdate",
 *                                   "validated", "madeAt"}],
 *                  "checks":      [{"name", "condition", "validated", "madeAt"}],
 *                  "exclusions":  [{"name", "definition", "madeAt"}],
 *                  "policies":    [{"name", "command", "permissive", "roles", "using", "withCheck", "madeAt"}],
 *                  "triggers":    [{"name", "madeAt"}], "madeAt"}],
 *   "views":     [as tables; "query" besides],
 *   "enums":     [{"schema", "name", "values", "madeAt"}],
 *   "domains":   [{"schema", "name", "type", "notNull", "checks": [{"name", "condition", "validated"}], "madeAt"}],
 *   "sequences": [{"schema", "name", "ownedBy", "madeAt"}]
 * }
 * </pre>
 *
 * {@code madeAt} is {@code path:line}, of the first mention where {@code knowledge} is {@code mentioned}; what is not
 * known or absent is {@code null}. Objects stand in order of schema and name, parts of a table in its own order.
 */
final class SchemaJson {
  private final Catalog catalog;

  SchemaJson(Catalog catalog) {
    this.catalog = catalog;
  }

  void write(Appendable out) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
      printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
      printer.indentObjectsWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
      json.setPrettyPrinter(printer);
      document(json);
    }
    out.append(text.toString()).append('\n');
  }

  private void document(JsonGenerator json) throws IOException {
    json.writeStartObject();
    tables(json, "tables", tables().filter(t -> !t.kind().isView()).toList());
    tables(json, "views", tables().filter(t -> t.kind().isView()).toList());
    enums(json);
    domains(json);
    sequences(json);
    json.writeEndObject();
  }

  private java.util.stream.Stream<Table> tables() {
    return catalog.tables().values().stream().sorted(byName(Table::schema, Table::name));
  }

  private static <T> Comparator<T> byName(Function<T, String> schema, Function<T, String> name) {
    return Order.by(schema).thenComparing(name);
  }

  private void tables(JsonGenerator json, String field, List<Table> tables) throws IOException {
    json.writeArrayFieldStart(field);
    for (Table table : tables) {
      new TableJson(catalog, json).write(table);
    }
    json.writeEndArray();
  }

  private List<UserType> types(UserType.Kind kind) {
    return catalog.types().values().stream().filter(t -> t.kind() == kind)
        .sorted(byName(UserType::schema, UserType::name)).toList();
  }

  private void enums(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("enums");
    for (UserType type : types(UserType.Kind.ENUM)) {
      start(json, type.schema(), type.name());
      strings(json, "values", type.values());
      end(json, type.origin());
    }
    json.writeEndArray();
  }

  private void domains(JsonGenerator json) throws IOException {
    SchemaText text = new SchemaText(catalog);
    json.writeArrayFieldStart("domains");
    for (UserType type : types(UserType.Kind.DOMAIN)) {
      start(json, type.schema(), type.name());
      optional(json, "type", type.base().map(text::type));
      json.writeBooleanField("notNull", type.notNull());
      json.writeArrayFieldStart("checks");
      for (UserType.DomainCheck check : type.checks()) {
        json.writeStartObject();
        json.writeStringField("name", check.name());
        json.writeStringField("condition", check.condition());
        json.writeBooleanField("validated", check.validated());
        json.writeEndObject();
      }
      json.writeEndArray();
      end(json, type.origin());
    }
    json.writeEndArray();
  }

  private void sequences(JsonGenerator json) throws IOException {
    List<Sequence> sequences = catalog.sequences().values().stream()
        .sorted(byName(Sequence::schema, Sequence::name)).toList();
    json.writeArrayFieldStart("sequences");
    for (Sequence sequence : sequences) {
      start(json, sequence.schema(), sequence.name());
      optional(json, "ownedBy", sequence.owner().flatMap(owner -> catalog.table(owner.table())
          .flatMap(table -> table.column(owner.column()).map(c -> SchemaText.name(table) + "." + c.name()))));
      end(json, sequence.origin());
    }
    json.writeEndArray();
  }

  private static void start(JsonGenerator json, String schema, String name) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", schema);
    json.writeStringField("name", name);
  }

  /** The last field of each thing is its place. */
  static void end(JsonGenerator json, Origin origin) throws IOException {
    json.writeStringField("madeAt", origin.place().file().path() + ":" + origin.place().start().line());
    json.writeEndObject();
  }

  static void strings(JsonGenerator json, String field, List<String> values) throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  static void optional(JsonGenerator json, String field, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(field, value.get());
    } else {
      json.writeNullField(field);
    }
  }
}
