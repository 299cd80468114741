package dev.ddlint.print;

import dev.ddlint.ir.TypeName;
import java.util.List;
import java.util.Set;

/** The names by which PostgreSQL's catalog shows types: what {@code format_type} gives (manual, section 9.27). */
public final class TypeNames {
  private static final Set<String> BUILT_IN = Set.of("""
      aclitem bit bool box bpchar bytea char cid cidr circle date datemultirange daterange float4 float8 inet int2
      int2vector int4 int4multirange int4range int8 int8multirange int8range interval json jsonb jsonpath line lseg
      macaddr macaddr8 money name numeric nummultirange numrange oid oidvector path pg_lsn pg_node_tree pg_snapshot
      point polygon record refcursor regclass regcollation regconfig regdictionary regnamespace regoper regoperator
      regproc regprocedure regrole regtype text tid time timestamp timestamptz timetz trigger tsmultirange tsquery
      tsrange tstzmultirange tstzrange tsvector txid_snapshot uuid varbit varchar void xid xid8 xml""".split("\\s+"));

  private TypeNames() {}

  /** Whether PostgreSQL itself brings the type of this internal name. */
  public static boolean isBuiltIn(String internal) {
    return BUILT_IN.contains(internal);
  }

  /** The type's name with its modifiers; a type that is not built in keeps the schema it was written with. */
  public static String format(TypeName type) {
    return element(type) + (type.isArray() ? "[]" : "");
  }

  private static String element(TypeName type) {
    List<String> modifiers = type.modifiers();
    if (type.schema().isPresent()) {
      return Names.of(type.schema().get()) + "." + Names.of(type.name()) + inParentheses(modifiers);
    }
    return switch (type.name()) {
      case "int2" -> "smallint";
      case "int4" -> "integer";
      case "int8" -> "bigint";
      case "float4" -> "real";
      case "float8" -> "double precision";
      case "bool" -> "boolean";
      case "bpchar" -> modifiers.isEmpty() ? "bpchar" : "character" + inParentheses(modifiers);
      case "varchar" -> "character varying" + inParentheses(modifiers);
      case "bit" -> modifiers.isEmpty() ? "\"bit\"" : "bit" + inParentheses(modifiers);
      case "varbit" -> "bit varying" + inParentheses(modifiers);
      case "numeric" -> "numeric" + scaled(modifiers);
      case "time" -> "time" + inParentheses(modifiers) + " without time zone";
      case "timetz" -> "time" + inParentheses(modifiers) + " with time zone";
      case "timestamp" -> "timestamp" + inParentheses(modifiers) + " without time zone";
      case "timestamptz" -> "timestamp" + inParentheses(modifiers) + " with time zone";
      case "interval" -> "interval" + fields(modifiers);
      case "json" -> "json";
      default -> Names.of(type.name()) + inParentheses(modifiers);
    };
  }

  /** A precision alone means scale zero, and the catalog says so. */
  private static String scaled(List<String> modifiers) {
    return modifiers.size() == 1 ? "(" + modifiers.get(0) + ",0)" : inParentheses(modifiers);
  }

  private static String inParentheses(List<String> modifiers) {
    return modifiers.isEmpty() ? "" : "(" + String.join(",", modifiers) + ")";
  }

  /** The fields of an interval stand before its precision, outside of the parentheses. */
  private static String fields(List<String> modifiers) {
    boolean named = !modifiers.isEmpty() && !Character.isDigit(modifiers.get(0).charAt(0));
    return named
        ? " " + modifiers.get(0) + inParentheses(modifiers.subList(1, modifiers.size()))
        : inParentheses(modifiers);
  }
}
