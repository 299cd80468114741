package dev.ddlint.parse;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.TypeName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A JSON object in the oracle's manner: what is false, none or empty is left out. */
final class Signature {
  private final ObjectNode node = JsonNodeFactory.instance.objectNode();

  ObjectNode node() {
    return node;
  }

  Signature flag(String key, boolean value) {
    if (value) {
      node.put(key, true);
    }
    return this;
  }

  Signature always(String key, boolean value) {
    node.put(key, value);
    return this;
  }

  Signature text(String key, String value) {
    if (!value.isEmpty()) {
      node.put(key, value);
    }
    return this;
  }

  Signature text(String key, Optional<String> value) {
    value.ifPresent(v -> text(key, v));
    return this;
  }

  Signature name(String key, Optional<Identifier> value) {
    value.ifPresent(v -> node.put(key, v.name()));
    return this;
  }

  Signature name(String key, Identifier value) {
    node.put(key, value.name());
    return this;
  }

  Signature name(String key, ObjectName value) {
    node.put(key, dotted(value));
    return this;
  }

  Signature type(String key, TypeName type) {
    node.put(key, type(type));
    return this;
  }

  Signature names(String key, Collection<Identifier> values) {
    return texts(key, values.stream().map(Identifier::name).toList());
  }

  Signature objects(String key, Collection<ObjectName> values) {
    return texts(key, values.stream().map(Signature::dotted).toList());
  }

  Signature texts(String key, Collection<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = node.putArray(key);
      values.forEach(array::add);
    }
    return this;
  }

  Signature nodes(String key, List<ObjectNode> values) {
    if (!values.isEmpty()) {
      node.putArray(key).addAll(values);
    }
    return this;
  }

  Signature child(String key, Optional<ObjectNode> value) {
    value.ifPresent(v -> node.set(key, v));
    return this;
  }

  Signature functions(String key, Optional<Expression> expression) {
    return expression.isEmpty() ? this : texts(key, new TreeSet<>(expression.get().functions()));
  }

  static String dotted(ObjectName name) {
    return name.schema().map(s -> part(s) + ".").orElse("") + part(name.name());
  }

  /** Quoted only where the join by dots would be ambiguous. */
  static String part(String name) {
    return name.contains(".") || name.contains("\"") ? '"' + name.replace("\"", "\"\"") + '"' : name;
  }

  static String type(TypeName type) {
    String name = type.schema().map(s -> part(s) + ".").orElse("") + part(type.name());
    String column = type.referencedColumn().map(c -> "." + part(c)).orElse("");
    boolean mask = type.name().equals("interval");
    String modifiers = type.modifiers().isEmpty() || mask ? "" : "(" + String.join(",", type.modifiers()) + ")";
    return (type.setOf() ? "SETOF " : "") + name + column + modifiers
        + (type.referencedColumn().isPresent() ? "%TYPE" : "") + "[]".repeat(type.dimensions());
  }
}
