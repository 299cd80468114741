package dev.ddlint.report;

import static dev.ddlint.report.SchemaJson.end;
import static dev.ddlint.report.SchemaJson.optional;
import static dev.ddlint.report.SchemaJson.strings;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Policy;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.Trigger;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** One table or view of {@link SchemaJson}. */
final class TableJson {
  private final Catalog catalog;
  private final SchemaText text;
  private final JsonGenerator json;

  TableJson(Catalog catalog, JsonGenerator json) {
    this.catalog = catalog;
    this.text = new SchemaText(catalog);
    this.json = json;
  }

  void write(Table table) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", table.schema());
    json.writeStringField("name", table.name());
    json.writeStringField("kind", word(table.kind()));
    json.writeStringField("knowledge", word(table.knowledge()));
    json.writeBooleanField("uncertain", catalog.isUncertain(table));
    if (table.kind().isView()) {
      optional(json, "query", table.query().map(SchemaText::normal));
    }
    json.writeBooleanField("rowSecurity", table.rowSecurity());
    json.writeBooleanField("rowSecurityForced", table.rowSecurityForced());
    columns(table);
    keys(table);
    indexes(table);
    foreignKeys(table);
    checks(table);
    exclusions(table);
    policies(table);
    triggers(table);
    end(json, table.origin());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void columns(Table table) throws IOException {
    json.writeArrayFieldStart("columns");
    for (Column column : table.columns()) {
      json.writeStartObject();
      json.writeStringField("name", column.name());
      optional(json, "type", column.type().map(text::type));
      json.writeBooleanField("notNull", column.notNull());
      optional(json, "default", SchemaText.value(column));
      json.writeStringField("generation", word(column.generation()));
      end(json, column.origin());
    }
    json.writeEndArray();
  }

  private void keys(Table table) throws IOException {
    json.writeArrayFieldStart("keys");
    for (Constraint.Key key : table.constraints(Constraint.Key.class)) {
      named(key);
      json.writeBooleanField("primary", key.primary());
      strings(json, "columns", table.names(key.columns()));
      optional(json, "index", catalog.index(key.index()).map(Index::name));
      end(json, key.origin());
    }
    json.writeEndArray();
  }

  private void indexes(Table table) throws IOException {
    json.writeArrayFieldStart("indexes");
    for (Index index : catalog.indexesOf(table)) {
      json.writeStartObject();
      json.writeStringField("name", index.name());
      json.writeBooleanField("unique", index.unique());
      json.writeStringField("method", index.method());
      strings(json, "keys", text.keys(table, index));
      strings(json, "include", table.names(index.include()));
      optional(json, "predicate", index.predicate().map(SchemaText::normal));
      json.writeBooleanField("valid", index.valid());
      end(json, index.origin());
    }
    json.writeEndArray();
  }

  private void foreignKeys(Table table) throws IOException {
    json.writeArrayFieldStart("foreignKeys");
    for (Constraint.ForeignKey key : table.constraints(Constraint.ForeignKey.class)) {
      named(key);
      strings(json, "columns", table.names(key.columns()));
      json.writeStringField("target", text.name(key.target()));
      strings(json, "targetColumns",
          catalog.table(key.target()).map(target -> target.names(key.targetColumns())).orElse(List.of()));
      json.writeStringField("onDelete", key.onDelete().sql());
      json.writeStringField("onUpdate", key.onUpdate().sql());
      json.writeBooleanField("validated", key.validated());
      end(json, key.origin());
    }
    json.writeEndArray();
  }

  private void checks(Table table) throws IOException {
    json.writeArrayFieldStart("checks");
    for (Constraint.Check check : table.constraints(Constraint.Check.class)) {
      named(check);
      json.writeStringField("condition", SchemaText.normal(check.condition()));
      json.writeBooleanField("validated", check.validated());
      end(json, check.origin());
    }
    json.writeEndArray();
  }

  private void exclusions(Table table) throws IOException {
    json.writeArrayFieldStart("exclusions");
    for (Constraint.Exclusion exclusion : table.constraints(Constraint.Exclusion.class)) {
      named(exclusion);
      json.writeStringField("definition", exclusion.definition());
      end(json, exclusion.origin());
    }
    json.writeEndArray();
  }

  private void policies(Table table) throws IOException {
    json.writeArrayFieldStart("policies");
    for (Policy policy : table.policies()) {
      json.writeStartObject();
      json.writeStringField("name", policy.name());
      json.writeStringField("command", policy.command());
      json.writeBooleanField("permissive", policy.permissive());
      strings(json, "roles", policy.roles());
      optional(json, "using", policy.using().map(SchemaText::normal));
      optional(json, "withCheck", policy.withCheck().map(SchemaText::normal));
      end(json, policy.origin());
    }
    json.writeEndArray();
  }

  private void triggers(Table table) throws IOException {
    json.writeArrayFieldStart("triggers");
    for (Trigger trigger : table.triggers()) {
      json.writeStartObject();
      json.writeStringField("name", trigger.name());
      end(json, trigger.origin());
    }
    json.writeEndArray();
  }

  private void named(Constraint constraint) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", constraint.name());
  }
}
