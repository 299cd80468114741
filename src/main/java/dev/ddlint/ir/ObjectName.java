package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.Optional;

/**
 * The name of a table, index, type or the like, with its schema where one was written.
 *
 * @param schema empty when the search path decides
 * @param span of the whole written name
 */
public record ObjectName(Optional<String> schema, String name, Span span) {

  public static ObjectName of(String name) {
    return new ObjectName(Optional.empty(), name, Span.NONE);
  }

  public static ObjectName of(String schema, String name) {
    return new ObjectName(Optional.of(schema), name, Span.NONE);
  }

  /** The parts joined by a dot, unquoted: for messages. */
  @Override
  public String toString() {
    return schema.map(s -> s + "." + name).orElse(name);
  }
}
