package dev.ddlint.physics;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.UserType;
import dev.ddlint.ir.TypeName;
import dev.ddlint.physics.TypeChange.Cost;
import java.util.List;
import java.util.Optional;

/**
 * What one cast from a type to another does to a stored column ({@code pg_cast} and the support functions of the length
 * coercions; physics: type_*).
 */
final class CastMatrix {
  private final Catalog catalog;
  private final Optional<String> zone;

  /** @param zone the session's time zone, if it is known */
  CastMatrix(Catalog catalog, Optional<String> zone) {
    this.catalog = catalog;
    this.zone = zone;
  }

  /** @param explicit whether the cast was written: an assignment is stricter */
  TypeChange cast(DataType from, DataType to, boolean explicit) {
    if (from.sameAs(to)) {
      return TypeChange.free();
    }
    Optional<UserType> source = domain(from);
    if (source.isPresent()) {
      return cast(source.get().base().orElseThrow(), to, explicit);
    }
    Optional<UserType> target = domain(to);
    return target.isPresent() ? toDomain(from, target.get(), explicit) : plain(from, to, explicit);
  }

  private Optional<UserType> domain(DataType type) {
    return type.isArray() ? Optional.empty() : catalog.type(type).filter(t -> t.base().isPresent());
  }

  /** A domain that can refuse a value makes the server look at each. */
  private TypeChange toDomain(DataType from, UserType domain, boolean explicit) {
    TypeChange change = cast(from, domain.base().orElseThrow(), explicit);
    if (!domain.isConstrained()) {
      return change;
    }
    String state = domain.checks().isEmpty() ? "23502" : "23514";
    String when = domain.checks().isEmpty() ? "a value is NULL" : "a value violates a check of domain " + domain.name();
    return change.failure().isPresent()
        ? change.atLeast(Cost.REWRITES)
        : change.atLeast(Cost.REWRITES).failsWhen(state, when);
  }

  private TypeChange plain(DataType from, DataType to, boolean explicit) {
    if (from.isArray() && to.isArray()) {
      // Elements are converted one by one, so not even a longer varchar is free.
      return cast(element(from), element(to), explicit).atLeast(Cost.REWRITES);
    }
    if (from.isArray()) {
      return StringCasts.isString(to) ? StringCasts.write(from, Optional.empty(), to, explicit) : TypeChange.rewrites();
    }
    if (to.isArray()) {
      return StringCasts.isString(from) ? StringCasts.read(to) : TypeChange.rewrites();
    }
    Optional<String> stranger = stranger(from).or(() -> stranger(to));
    if (stranger.isPresent()) {
      return TypeChange.unknown("what the type " + stranger.get() + " is");
    }
    return known(from, to, explicit);
  }

  private static DataType element(DataType array) {
    TypeName name = array.name();
    return new DataType(new TypeName(name.schema(), name.name(), name.modifiers(), 0, name.setOf(),
        name.referencedColumn(), name.span()), array.user());
  }

  private TypeChange known(DataType from, DataType to, boolean explicit) {
    if (StringCasts.isString(to)) {
      return StringCasts.isString(from)
          ? StringCasts.between(from, to, explicit)
          : StringCasts.write(from, width(from), to, explicit);
    }
    if (StringCasts.isString(from)) {
      return StringCasts.read(to);
    }
    if (NumberCasts.isNumber(from) && NumberCasts.isNumber(to)) {
      return NumberCasts.between(from, to);
    }
    if (TimeCasts.isTime(from) && TimeCasts.isTime(to)) {
      return TimeCasts.between(from, to, zone);
    }
    return other(from, to, explicit);
  }

  private static TypeChange other(DataType from, DataType to, boolean explicit) {
    String target = to.name().name();
    return switch (from.name().name()) {
      case "bit", "varbit" -> bits(from, to, explicit);
      case "cidr" -> target.equals("inet") ? TypeChange.free() : TypeChange.rewrites();
      case "inet" -> target.equals("cidr") ? TypeChange.rewrites().loses("the host part") : TypeChange.rewrites();
      case "json" -> target.equals("jsonb")
          ? TypeChange.rewrites().failsWhen("22P05", "a value holds \\u0000")
              .loses("repeated keys and the order of keys")
          : TypeChange.rewrites();
      case "int4", "oid" -> target.equals("oid") || target.equals("int4")
          ? TypeChange.rebuildsIndexes()
          : TypeChange.rewrites();
      default -> TypeChange.rewrites();
    };
  }

  private static TypeChange bits(DataType from, DataType to, boolean explicit) {
    Optional<Integer> limit = StringCasts.modifier(to, 0);
    Optional<Integer> length = StringCasts.modifier(from, 0);
    if (to.is("varbit")) {
      boolean same = from.is("varbit");
      boolean fits = limit.isEmpty() || length.filter(n -> n <= limit.get()).isPresent();
      return limit.isEmpty() || same && fits
          ? same ? TypeChange.free() : TypeChange.rebuildsIndexes()
          : fits ? TypeChange.rewrites() : tooLong("22001", limit.get(), explicit);
    }
    return to.is("bit") ? tooLong("22026", limit.orElse(1), explicit) : TypeChange.rewrites();
  }

  private static TypeChange tooLong(String state, int limit, boolean explicit) {
    return explicit
        ? TypeChange.rewrites().loses("bits beyond " + limit)
        : TypeChange.rewrites().failsWhen(state, "a value does not have the length " + limit);
  }

  /** The longest text that a value gives. */
  private Optional<Integer> width(DataType type) {
    Optional<UserType> user = catalog.type(type);
    if (user.isPresent()) {
      return user.get().values().stream().map(String::length).max(Integer::compare);
    }
    return switch (type.name().name()) {
      case "bool" -> Optional.of(5);
      case "int2" -> Optional.of(6);
      case "int4" -> Optional.of(11);
      case "int8" -> Optional.of(20);
      case "uuid" -> Optional.of(36);
      default -> Optional.empty();
    };
  }

  /** The name of a type that is neither built in nor made by the history. */
  private static Optional<String> stranger(DataType type) {
    boolean known = type.user().isPresent() || type.name().name().equals("citext")
        || type.name().schema().isEmpty() && BUILT_IN.contains(type.name().name());
    return known ? Optional.empty() : Optional.of(type.name().name());
  }

  private static final List<String> BUILT_IN = List.of("bit", "bool", "box", "bpchar", "bytea", "char", "cidr",
      "circle", "citext", "date", "datemultirange", "daterange", "float4", "float8", "inet", "int2", "int4",
      "int4multirange", "int4range", "int8", "int8multirange", "int8range", "interval", "json", "jsonb", "jsonpath",
      "line", "lseg", "macaddr", "macaddr8", "money", "name", "numeric", "nummultirange", "numrange", "oid", "path",
      "pg_lsn", "point", "polygon", "text", "time", "timestamp", "timestamptz", "timetz", "tsmultirange", "tsquery",
      "tsrange", "tstzmultirange", "tstzrange", "tsvector", "uuid", "varbit", "varchar", "xid", "xid8", "xml");
}
