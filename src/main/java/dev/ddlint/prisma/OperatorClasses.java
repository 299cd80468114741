package dev.ddlint.prisma;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The operator classes that Prisma has a name for, by the method of the index and the type of the field. */
final class OperatorClasses {

  /** What is left of a BRIN class without its type is one of these. */
  private static final Map<String, Set<String>> BRIN = Map.ofEntries(Map.entry("Int2", Set.of("SmallInt")),
      Map.entry("Int4", Set.of("Integer")), Map.entry("Int8", Set.of("BigInt")),
      Map.entry("Numeric", Set.of("Decimal")),
      Map.entry("Oid", Set.of("Oid")), Map.entry("Float4", Set.of("Real")),
      Map.entry("Float8", Set.of("DoublePrecision")),
      Map.entry("Date", Set.of("Date")), Map.entry("Timestamp", Set.of("Timestamp")),
      Map.entry("TimestampTz", Set.of("Timestamptz")),
      Map.entry("Time", Set.of("Time")), Map.entry("TimeTz", Set.of("Timetz")), Map.entry("Uuid", Set.of("Uuid")),
      Map.entry("Inet", Set.of("Inet")),
      Map.entry("Text", Set.of("Text", "VarChar")), Map.entry("Bpchar", Set.of("Char")),
      Map.entry("Bytea", Set.of("ByteA")),
      Map.entry("Bit", Set.of("Bit")), Map.entry("VarBit", Set.of("VarBit")));

  /** The types of which only some of the kinds exist; all others have all but Inclusion. */
  private static final Map<String, Set<String>> FEWER = Map.of("Text", Set.of("MinMaxOps", "BloomOps"), "Bpchar",
      Set.of("MinMaxOps", "BloomOps"), "Bytea", Set.of("MinMaxOps", "BloomOps"), "Bit", Set.of("MinMaxOps"),
      "VarBit", Set.of("MinMaxOps"), "Inet", Set.of("MinMaxOps", "BloomOps", "MinMaxMultiOps", "InclusionOps"));
  private static final Set<String> KINDS = Set.of("MinMaxOps", "BloomOps", "MinMaxMultiOps");

  /** Types without a class of their own in a BRIN index. */
  private static final Set<String> NOT_BRIN = Set.of("Money", "Boolean", "Citext", "Xml", "Json", "JsonB", "enum");

  private OperatorClasses() {}

  /**
   * What an index is over.
   *
   * @param type the native type's title, {@code enum}, or nothing for a type that Prisma does not know
   * @param written whether the field names the native type
   */
  record Key(Optional<String> type, boolean written, boolean list) {

    private boolean is(String... titles) {
      return type.filter(List.of(titles)::contains).isPresent();
    }
  }

  /** Whether an index of the method needs no class to be named. */
  static boolean hasDefault(String method, Key key) {
    if (key.type().isEmpty()) {
      return true;
    }
    return switch (method) {
      case "Gin" -> key.list() || key.is("JsonB");
      // Prisma overlooks fields without a native type here, and so does this.
      case "Gist" -> key.is("Text") && !key.written();
      case "SpGist" -> key.is("Text", "VarChar", "Char", "Inet");
      case "Brin" -> key.type().filter(NOT_BRIN::contains).isEmpty();
      default -> true;
    };
  }

  /** Whether the class goes with the method and the type. */
  static boolean goes(String operatorClass, String method, Key key) {
    return switch (method) {
      case "Gin" -> switch (operatorClass) {
        case "JsonbOps", "JsonbPathOps" -> key.is("JsonB");
        case "ArrayOps" -> key.list();
        default -> false;
      };
      case "Gist" -> operatorClass.equals("InetOps") && key.is("Inet");
      case "SpGist" -> operatorClass.equals("InetOps") && key.is("Inet")
          || operatorClass.equals("TextOps") && key.is("Text", "VarChar", "Char");
      case "Brin" -> BRIN.entrySet().stream().filter(type -> key.type().filter(type.getValue()::contains).isPresent())
          .flatMap(type -> kinds(type.getKey())).anyMatch(operatorClass::equals);
      default -> false;
    };
  }

  private static Stream<String> kinds(String type) {
    return FEWER.getOrDefault(type, KINDS).stream().map(kind -> type + kind);
  }
}
