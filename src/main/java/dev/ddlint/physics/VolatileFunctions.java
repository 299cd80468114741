package dev.ddlint.physics;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Function;
import dev.ddlint.ir.Expression;
import dev.ddlint.parse.ExpressionWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the functions of an expression behave: a default that calls a volatile one is computed for each row (manual,
 * section 38.7 and ALTER TABLE, notes). The lists are {@code pg_proc} of real servers.
 */
final class VolatileFunctions {

  private VolatileFunctions() {}

  /** Read once, when the first default that calls something asks. */
  private static final class Known {
    static final Set<String> VOLATILE = read("volatile-functions.txt");
  }

  /** Two thousand names: read only for a function that is not volatile. */
  private static final class Settled {
    static final Set<String> NAMES = read("settled-functions.txt");
  }

  private static Set<String> read(String resource) {
    try (InputStream stream = VolatileFunctions.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the build lacks " + resource);
      }
      List<String> lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      Set<String> names = HashSet.newHashSet(lines.size());
      lines.stream().filter(line -> !line.startsWith("#")).forEach(names::add);
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a function gives another value for each row. */
  enum Volatility {
    SETTLED, UNKNOWN, VOLATILE
  }

  /** The worst of the functions that the expression calls. */
  static Volatility of(Expression expression, Catalog catalog) {
    Volatility worst = Volatility.SETTLED;
    for (String function : expression.functions()) {
      Volatility volatility = of(function, catalog);
      worst = volatility.compareTo(worst) > 0 ? volatility : worst;
    }
    return worst;
  }

  /** The first function called that is of this kind. */
  static Optional<String> first(Expression expression, Volatility kind, Catalog catalog) {
    return expression.functions().stream().filter(function -> of(function, catalog) == kind).findFirst();
  }

  static Volatility of(String written, Catalog catalog) {
    int dot = written.lastIndexOf('.');
    String name = written.substring(dot + 1);
    Optional<Function> own = dot > 0 && written.startsWith("pg_catalog.")
        ? Optional.empty()
        : catalog.functions().values().stream().filter(f -> f.name().equals(name))
            .filter(f -> dot < 0 || written.startsWith(f.schema() + ".")).findFirst();
    return own.map(VolatileFunctions::declared).orElseGet(() -> builtIn(name));
  }

  /**
   * VOLATILE is the default (manual, CREATE FUNCTION). The body of a function in SQL may be put in its place, and then
   * counts instead (physics: add_col_user_function_plain).
   */
  private static Volatility declared(Function function) {
    boolean calm = function.definition().volatility().filter(v -> !v.equals("VOLATILE")).isPresent();
    boolean inlined = function.definition().language().filter(l -> l.equalsIgnoreCase("sql")).isPresent();
    return calm ? Volatility.SETTLED : inlined && !callsVolatile(function) ? Volatility.UNKNOWN : Volatility.VOLATILE;
  }

  private static boolean callsVolatile(Function function) {
    return function.definition().body().stream().flatMap(body -> ExpressionWords.of(body).stream())
        .anyMatch(Known.VOLATILE::contains);
  }

  private static Volatility builtIn(String name) {
    if (Known.VOLATILE.contains(name)) {
      return Volatility.VOLATILE;
    }
    return isSyntax(name) || Settled.NAMES.contains(name) ? Volatility.SETTLED : Volatility.UNKNOWN;
  }

  /** Constructs that look like calls, and types with modifiers; all are settled. */
  private static boolean isSyntax(String name) {
    return switch (name) {
      case "current_timestamp", "current_date", "current_time", "localtime", "localtimestamp", "current_user",
          "session_user", "current_role", "current_catalog", "current_schema", "user", "cast", "row", "array", "trim",
          "extract", "position", "overlay", "substring", "treat", "normalize", "coalesce", "nullif", "greatest",
          "least", "decimal", "dec", "float", "character", "nchar", "xmlconcat", "xmlelement", "xmlforest", "xmlpi",
          "xmlroot", "xmlserialize", "json_object", "json_array", "json_scalar", "json" ->
        true;
      default -> false;
    };
  }
}
