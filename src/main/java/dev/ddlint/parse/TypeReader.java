package dev.ddlint.parse;

import dev.ddlint.ir.TypeName;
import dev.ddlint.parse.grammar.PostgresDdl.*;
import dev.ddlint.parse.grammar.SqlLexer;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Reads data types into PostgreSQL's internal spelling (manual, table 8.1). */
final class TypeReader {
  private final Fragments fragments;

  TypeReader(Fragments fragments) {
    this.fragments = fragments;
  }

  TypeName type(TypeNameContext context) {
    TypeBodyContext body = context.typeBody();
    List<String> modifiers = modifiers(body);
    List<String> path = body.typeIdent() == null ? List.of(builtin(body)) : path(body);
    String name = path.get(path.size() - 1);
    Span span = Fragments.span(context);
    boolean ofColumn = body.TYPE() != null;
    if (ofColumn) {
      List<String> table = path.subList(0, path.size() - 1);
      return new TypeName(schema(table), table.isEmpty() ? name : table.get(table.size() - 1), List.of(),
          context.arrayMark().size(), context.SETOF() != null, Optional.of(name), span);
    }
    boolean standard = path.size() == 1 && body.getStart().getType() != SqlLexer.QUOTED;
    String internal = standard ? internal(name, modifiers) : name;
    return new TypeName(schema(path), internal,
        standard ? defaults(internal, name, body.typeIdent() == null, modifiers) : modifiers,
        context.arrayMark().size(), context.SETOF() != null, Optional.empty(), span);
  }

  private static Optional<String> schema(List<String> path) {
    boolean qualified = path.size() > 1 && !path.get(path.size() - 2).equals("pg_catalog");
    return qualified ? Optional.of(path.get(path.size() - 2)) : Optional.empty();
  }

  private List<String> path(TypeBodyContext body) {
    List<String> path = new ArrayList<>();
    path.add(fragments.text().name(body.typeIdent().getStart()));
    body.anyName().forEach(part -> path.add(fragments.text().name(part.getStart())));
    return path;
  }

  private static String builtin(TypeBodyContext body) {
    boolean varying = body.VARYING() != null;
    return switch (body.getStart().getType()) {
      case SqlLexer.DOUBLE -> "float8";
      case SqlLexer.NATIONAL, SqlLexer.CHARACTER, SqlLexer.CHAR, SqlLexer.NCHAR -> varying ? "varchar" : "bpchar";
      case SqlLexer.VARCHAR -> "varchar";
      case SqlLexer.BIT -> varying ? "varbit" : "bit";
      case SqlLexer.TIME -> zoned(body) ? "timetz" : "time";
      case SqlLexer.TIMESTAMP -> zoned(body) ? "timestamptz" : "timestamp";
      case SqlLexer.INTERVAL -> "interval";
      default -> "numeric";
    };
  }

  private static boolean zoned(TypeBodyContext body) {
    return body.timeZone() != null && body.timeZone().WITH() != null;
  }

  private static String internal(String name, List<String> modifiers) {
    return switch (name) {
      case "int", "integer" -> "int4";
      case "smallint" -> "int2";
      case "bigint" -> "int8";
      case "real" -> "float4";
      case "float" -> isSinglePrecision(modifiers) ? "float4" : "float8";
      case "boolean" -> "bool";
      default -> name;
    };
  }

  /** {@code float(1)} to {@code float(24)} (manual, section 8.1.3). */
  private static boolean isSinglePrecision(List<String> modifiers) {
    return modifiers.size() == 1 && modifiers.get(0).matches("[1-9]|1[0-9]|2[0-4]");
  }

  /** {@code char} is {@code char(1)} and {@code bit} is {@code bit(1)}, but {@code bpchar} has no length; float's precision only picks the type. */
  private static List<String> defaults(String internal, String written, boolean keyword, List<String> modifiers) {
    boolean single = keyword && (internal.equals("bpchar") || internal.equals("bit"));
    if (modifiers.isEmpty() && single) {
      return List.of("1");
    }
    return written.equals("float") ? List.of() : modifiers;
  }

  private List<String> modifiers(TypeBodyContext body) {
    TypeModifiersContext context = body.typeModifiers();
    List<String> modifiers = new ArrayList<>();
    if (body.intervalFields() != null) {
      modifiers.add(fragments.written(body.intervalFields()).toLowerCase(Locale.ROOT));
    }
    if (context != null && context.PARENS() == null) {
      context.typeModifier().forEach(modifier -> modifiers.add(modifier(modifier)));
    } else if (context != null) {
      modifiers.addAll(deep(context));
    }
    return List.copyOf(modifiers);
  }

  private String modifier(TypeModifierContext context) {
    return context.string() != null ? fragments.string(context.string()) : SqlText.fold(fragments.written(context));
  }

  private List<String> deep(ParserRuleContext context) {
    return List.of(fragments.inside(context).text().split("\\s*,\\s*"));
  }

  Optional<TypeName> maybe(@Nullable TypeNameContext context) {
    return context == null ? Optional.empty() : Optional.of(type(context));
  }
}
