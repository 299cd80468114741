package dev.ddlint.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ddlint.ir.CreateFunction;
import dev.ddlint.ir.DataStatement;
import dev.ddlint.ir.SetVariable;
import dev.ddlint.ir.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The oracle's signature without what ddlint's statements do not hold, in a spelling that can be compared. */
final class OracleSignature {
  private static final Set<String> TYPES = Set.of("type", "returns", "ofType");
  private static final Set<String> FUNCTIONS = Set.of("defaultFuncs", "funcs");
  /** By kind; a dot leads to a child. */
  private static final Map<String, List<String>> NOT_HELD = Map.ofEntries(
      Map.entry("CreateStmt", List.of("onCommit")),
      Map.entry("CreateTrigStmt", List.of("events", "row", "function", "columns", "when")),
      Map.entry("CommentStmt", List.of("target", "on")),
      Map.entry("TransactionStmt", List.of("savepoint", "options", "chain")),
      Map.entry("VariableSetStmt", List.of("op")),
      Map.entry("UpdateStmt", List.of("from", "with", "withDml")),
      Map.entry("DeleteStmt", List.of("using", "with", "withDml")),
      Map.entry("InsertStmt", List.of("source", "rows", "from", "hasWhere", "onConflict", "with", "withDml")),
      Map.entry("SelectStmt", List.of("from", "funcs", "values", "setOp", "with", "withDml")),
      Map.entry("AlterSeqStmt", List.of("options")), Map.entry("VacuumStmt", List.of("options")),
      Map.entry("CreateSchemaStmt", List.of("elements")));

  private OracleSignature() {}

  static ObjectNode normal(Statement statement, ObjectNode signature) {
    String tag = StatementSignature.tag(statement);
    signature.remove(NOT_HELD.getOrDefault(tag, List.of()));
    switch (statement) {
      case CreateFunction f -> function(f, signature);
      case SetVariable v -> signature.replace("args", texts(signature.remove("args"), signature));
      case DataStatement d when d.kind() == DataStatement.Kind.SELECT && !signature.path("hasWhere").asBoolean() ->
        signature.remove("hasWhere");
      default -> {
      }
    }
    if (signature.get("objects") instanceof ArrayNode objects) {
      signature.set("objects", withoutArguments(objects));
    }
    if (signature.path("args").isNull()) {
      signature.remove("args");
    }
    spell(signature);
    return signature;
  }

  private static void function(CreateFunction function, ObjectNode signature) {
    if (function.returns().isEmpty()) {
      signature.remove("returns"); // PostgreSQL derives SETOF record for RETURNS TABLE
    }
    ArrayNode arguments = (ArrayNode) signature.get("args");
    for (int i = 0; i < arguments.size(); i++) {
      arguments.set(i, type(arguments.get(i).asText()));
    }
    if (signature.get("set") instanceof ArrayNode settings) {
      for (int i = 0; i < settings.size(); i++) {
        List<String> values = new ArrayList<>();
        settings.get(i).path("args").forEach(value -> values.add(value.asText()));
        settings.set(i, TextNode.valueOf(settings.get(i).get("name").asText() + "=" + values));
      }
    }
  }

  private static JsonNode texts(JsonNode values, ObjectNode factory) {
    if (values == null) {
      return factory.nullNode();
    }
    ArrayNode texts = factory.arrayNode();
    values.forEach(value -> texts.add(value.asText()));
    return texts;
  }

  private static void spell(JsonNode node) {
    if (node instanceof ArrayNode array) {
      array.forEach(OracleSignature::spell);
    } else if (node instanceof ObjectNode object) {
      boolean constraint = object.path("type").asText().matches("PRIMARY|UNIQUE|EXCLUSION");
      if (constraint) {
        object.remove("options");
      }
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        if (TYPES.contains(field.getKey())) {
          field.setValue(type(field.getValue().asText()));
        } else if (field.getKey().equals("names") && field.getValue().toString().contains("(")) {
          field.setValue(signatures((ArrayNode) field.getValue()));
        } else if (FUNCTIONS.contains(field.getKey())) {
          field.setValue(functions((ArrayNode) field.getValue()));
        } else {
          spell(field.getValue());
        }
      }
    }
  }

  private static TextNode type(String type) {
    String bare = type.replace("pg_catalog.", "").replaceAll("\\[\\d+]", "[]");
    return TextNode.valueOf(bare.contains("interval") ? bare.replaceAll("\\([\\d,]+\\)", "") : bare);
  }

  private static ArrayNode signatures(ArrayNode names) {
    ArrayNode bare = names.arrayNode();
    names.forEach(name -> bare.add(type(name.asText())));
    return bare;
  }

  /** What privileges are on is held by name only. */
  private static ArrayNode withoutArguments(ArrayNode objects) {
    ArrayNode names = objects.arrayNode();
    objects.forEach(object -> names.add(object.asText().replaceFirst("\\(.*", "")));
    return names;
  }

  private static ArrayNode functions(ArrayNode calls) {
    TreeSet<String> names = new TreeSet<>();
    calls.forEach(call -> names.add(call.asText()));
    ArrayNode sorted = calls.arrayNode();
    for (String name : names) {
      boolean value = name.equals(name.toUpperCase(Locale.ROOT));
      sorted.add(value ? name.toLowerCase(Locale.ROOT).replaceAll("_n$", "") : name.replace("pg_catalog.", ""));
    }
    return sorted;
  }
}
