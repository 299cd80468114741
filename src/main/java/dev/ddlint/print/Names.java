package dev.ddlint.print;

import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes names as SQL, in quotes only where they need them. */
public final class Names {
  /** NAMEDATALEN - 1 (manual, section 4.1.1). */
  private static final int LONGEST = 63;

  /** The key words that quote_identifier() puts in quotes: all but the non-reserved (manual, appendix C; PostgreSQL 18). */
  private static final Set<String> QUOTED = Set
      .of("""
          all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case cast
          char character check coalesce collate collation column concurrently constraint create cross current_catalog
          current_date current_role current_schema current_time current_timestamp current_user dec decimal default deferrable
          desc distinct do else end except exists extract false fetch float for foreign freeze from full grant greatest group
          grouping having ilike in initially inner inout int integer intersect interval into is isnull join json json_array
          json_arrayagg json_exists json_object json_objectagg json_query json_scalar json_serialize json_table json_value
          lateral leading least left like limit localtime localtimestamp merge_action national natural nchar none normalize
          not notnull null nullif numeric offset on only or order out outer overlaps overlay placing position precision
          primary real references returning right row select session_user setof similar smallint some substring symmetric
          system_user table tablesample then time timestamp to trailing treat trim true union unique user using values varchar
          variadic verbose when where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces
          xmlparse xmlpi xmlroot xmlserialize xmltable"""
          .split("\\s+"));

  private Names() {}

  /** A name as it must be written. */
  public static String of(String name) {
    return isPlain(name) && !QUOTED.contains(name) ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  public static String of(Identifier name) {
    return of(name.name());
  }

  public static String of(ObjectName name) {
    return name.schema().map(schema -> of(schema) + ".").orElse("") + of(name.name());
  }

  /** Names with commas between. */
  public static String list(List<Identifier> names) {
    return names.stream().map(Names::of).collect(Collectors.joining(", "));
  }

  /** A string constant. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /**
   * A name that ddlint chooses, {@code stem_suffix}, short enough for PostgreSQL to keep whole: as makeObjectName(), the
   * stem gives way.
   */
  public static String chosen(String stem, String suffix) {
    String kept = stem;
    while (bytes(kept) + 1 + bytes(suffix) > LONGEST) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
    }
    return kept + "_" + suffix;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || c == '_';
      boolean later = (c >= '0' && c <= '9') || c == '$';
      if (!letter && !(later && i > 0)) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
