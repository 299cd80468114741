package dev.ddlint.print;

import dev.ddlint.ir.TypeName;

/** Writes data types as people do: {@code integer} for {@code int4}. */
public final class Types {

  private Types() {}

  /** A type as it must be written. */
  public static String of(TypeName type) {
    return (type.setOf() ? "SETOF " : "") + base(type) + "[]".repeat(type.dimensions());
  }

  private static String base(TypeName type) {
    String schema = type.schema().map(s -> Names.of(s) + ".").orElse("");
    if (type.referencedColumn().isPresent()) {
      return schema + Names.of(type.name()) + "." + Names.of(type.referencedColumn().get()) + "%TYPE";
    }
    String name = schema.isEmpty() ? standard(type) : schema + Names.of(type.name());
    return name + modifiers(type);
  }

  private static String modifiers(TypeName type) {
    if (type.modifiers().isEmpty()) {
      return "";
    }
    String first = type.modifiers().get(0);
    boolean fields = type.name().equals("interval") && !first.isEmpty() && Character.isLetter(first.charAt(0));
    if (!fields) {
      return "(" + String.join(", ", type.modifiers()) + ")";
    }
    // interval day to second(3): the fields stand first and outside of the parentheses.
    boolean precision = type.modifiers().size() > 1;
    return " " + first + (precision ? "(" + type.modifiers().get(1) + ")" : "");
  }

  private static String standard(TypeName type) {
    return switch (type.name()) {
      case "int4" -> "integer";
      case "int2" -> "smallint";
      case "int8" -> "bigint";
      case "float4" -> "real";
      case "float8" -> "double precision";
      case "bool" -> "boolean";
      case "bpchar" -> type.modifiers().isEmpty() ? "bpchar" : "char";
      // Key words, but as types they are meant as such.
      case "varchar", "numeric", "interval", "timestamp", "time", "bit", "json" -> type.name();
      default -> Names.of(type.name());
    };
  }
}
