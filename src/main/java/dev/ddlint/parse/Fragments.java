package dev.ddlint.parse;

import dev.ddlint.ir.Expression;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.IndexKey;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Persistence;
import dev.ddlint.ir.SequenceOption;
import dev.ddlint.ir.StorageOption;
import dev.ddlint.parse.grammar.PostgresDdl.*;
import dev.ddlint.parse.grammar.SqlLexer;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Reads the parts that many statements share: names, expressions, option lists. */
final class Fragments {
  private final SqlText text;
  private final List<Token> raw;

  Fragments(SqlText text, List<Token> raw) {
    this.text = text;
    this.raw = raw;
  }

  SqlText text() {
    return text;
  }

  static Span span(ParserRuleContext context) {
    Token stop = context.getStop() == null ? context.getStart() : context.getStop();
    int start = context.getStart().getStartIndex();
    return new Span(start, Math.max(start, stop.getStopIndex() + 1));
  }

  /** A part's words as written. */
  String written(ParserRuleContext context) {
    return text.raw(span(context));
  }

  Identifier ident(ParserRuleContext context) {
    return text.identifier(context.getStart());
  }

  Optional<Identifier> maybe(@Nullable IdentContext context) {
    return context == null ? Optional.empty() : Optional.of(ident(context));
  }

  List<Identifier> idents(List<IdentContext> contexts) {
    return contexts.stream().map(this::ident).toList();
  }

  List<Identifier> columns(@Nullable ColumnListContext context) {
    return context == null ? List.of() : idents(context.ident());
  }

  List<String> parts(QualifiedNameContext context) {
    List<String> parts = new ArrayList<>();
    parts.add(text.name(context.ident().getStart()));
    context.anyName().forEach(part -> parts.add(text.name(part.getStart())));
    return parts;
  }

  /** The last part is the name, the one before it the schema; a database name in front is the current one's. */
  ObjectName name(QualifiedNameContext context) {
    List<String> parts = parts(context);
    int last = parts.size() - 1;
    return new ObjectName(last > 0 ? Optional.of(parts.get(last - 1)) : Optional.empty(), parts.get(last),
        span(context));
  }

  List<ObjectName> names(List<QualifiedNameContext> contexts) {
    return contexts.stream().map(this::name).toList();
  }

  String joined(QualifiedNameContext context) {
    return String.join(".", parts(context));
  }

  String string(StringContext context) {
    if (context.getChildCount() == 1) {
      return text.string(context.getStart());
    }
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < context.getChildCount(); i++) {
      joined.append(text.string((Token) context.getChild(i).getPayload()));
    }
    return joined.toString();
  }

  /** A role's name; the words that stand for one are upper case, to tell them from a role of that name. */
  String role(RoleContext context) {
    String name = text.name(context.getStop());
    boolean word = context.getStop().getType() != SqlLexer.QUOTED;
    return word && (name.equals("current_user") || name.equals("session_user") || name.equals("current_role"))
        ? name.toUpperCase(Locale.ROOT)
        : name;
  }

  Persistence persistence(@Nullable PersistenceContext context) {
    if (context == null) {
      return Persistence.PERMANENT;
    }
    return context.UNLOGGED() != null ? Persistence.UNLOGGED : Persistence.TEMPORARY;
  }

  Expression expression(ParserRuleContext context) {
    return expression(span(context));
  }

  /** What stands inside a parenthesis. */
  Expression inside(ParserRuleContext group) {
    Span span = span(group);
    int start = span.start() + 1;
    int end = span.end() - 1;
    String written = text.raw(new Span(start, Math.max(start, end)));
    int leading = written.length() - written.stripLeading().length();
    int trailing = written.length() - written.stripTrailing().length();
    boolean blank = written.isBlank();
    return expression(blank ? new Span(start, start) : new Span(start + leading, end - trailing));
  }

  Expression expression(Span span) {
    return new Expression(text.raw(span), functions(span), span);
  }

  /** A query without the words that PostgreSQL's grammar sets behind it. */
  Expression query(Span span) {
    return expression(span);
  }

  /** Functions called within a span: a name directly before a parenthesis, and the SQL-standard ones without. */
  private Set<String> functions(Span span) {
    Set<String> functions = new LinkedHashSet<>();
    for (int i = firstAt(span.start()); i < raw.size() && raw.get(i).getStartIndex() < span.end(); i++) {
      Token token = raw.get(i);
      boolean called = i + 1 < raw.size() && raw.get(i + 1).getType() == SqlLexer.LPAREN
          && raw.get(i + 1).getStartIndex() < span.end();
      if (called && isFunctionName(token, i)) {
        functions.add(qualified(i));
      } else if (token.getType() == SqlLexer.WORD && isValueFunction(text.name(token))) {
        functions.add(text.name(token));
      }
    }
    return functions;
  }

  private int firstAt(int offset) {
    int low = 0;
    int high = raw.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (raw.get(middle).getStartIndex() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean isFunctionName(Token token, int i) {
    boolean afterCast = i > 0 && raw.get(i - 1).getType() == SqlLexer.TYPECAST;
    if (afterCast) {
      return false;
    }
    return switch (token.getType()) {
      case SqlLexer.QUOTED -> true;
      case SqlLexer.WORD -> !isSyntax(text.name(token));
      case SqlLexer.REPLACE, SqlLexer.START, SqlLexer.RANGE, SqlLexer.VALUE -> true;
      default -> false;
    };
  }

  /** Words that stand before a parenthesis and call nothing. */
  private static boolean isSyntax(String word) {
    return switch (word) {
      case "exists", "any", "all", "some", "in", "filter", "over", "coalesce", "nullif", "greatest", "least", "by",
          "having", "join", "lateral", "union", "except", "intersect", "returning", "between", "ilike", "similar" ->
        true;
      default -> false;
    };
  }

  /** Functions that are called without parentheses (manual, section 9.9.5). */
  private static boolean isValueFunction(String word) {
    return switch (word) {
      case "current_timestamp", "current_date", "current_time", "localtime", "localtimestamp", "current_user",
          "session_user", "current_role", "current_catalog", "current_schema" ->
        true;
      default -> false;
    };
  }

  private String qualified(int i) {
    String name = text.name(raw.get(i));
    boolean dotted = i > 1 && raw.get(i - 1).getType() == SqlLexer.DOT;
    return dotted ? text.name(raw.get(i - 2)) + "." + name : name;
  }

  List<StorageOption> options(@Nullable SettingsContext context) {
    return context == null ? List.of() : context.setting().stream().map(this::option).toList();
  }

  private StorageOption option(SettingContext context) {
    List<String> name = context.settingKey().stream().map(key -> text.name(key.getStart())).toList();
    SettingKeyValueContext value = context.settingKeyValue();
    return new StorageOption(String.join(".", name),
        value == null ? Optional.empty() : Optional.of(unquoted(value)));
  }

  private String unquoted(SettingKeyValueContext value) {
    int type = value.getStart().getType();
    boolean quoted = type == SqlLexer.STRING || type == SqlLexer.ESCAPE_STRING;
    return quoted ? text.string(value.getStart()) : SqlText.fold(written(value));
  }

  List<SequenceOption> sequenceOptions(List<SequenceOptionContext> contexts) {
    return contexts.stream().map(this::sequenceOption).toList();
  }

  private SequenceOption sequenceOption(SequenceOptionContext context) {
    if (context.OWNED() != null) {
      return new SequenceOption("owned by", joined(context.qualifiedName()));
    }
    String name = SqlText.fold(context.getStart().getText());
    if (context.NO() != null) {
      return new SequenceOption("no " + SqlText.fold(context.getStop().getText()), "");
    }
    SignedNumberContext number = context.signedNumber();
    return new SequenceOption(name, number == null ? "" : written(number));
  }

  IndexKey indexKey(IndexKeyContext context) {
    Optional<Identifier> column = maybe(context.ident());
    Optional<Expression> expression = Optional.empty();
    if (context.keyFunction() != null) {
      expression = Optional.of(expression(context.keyFunction()));
    } else if (context.ident() == null) {
      expression = Optional.of(inside(context.group(0)));
    }
    return new IndexKey(column, expression, Optional.ofNullable(context.collation).map(this::joined),
        Optional.ofNullable(context.operatorClass).map(this::joined), sort(context), nulls(context), span(context));
  }

  List<IndexKey> indexKeys(List<IndexKeyContext> contexts) {
    return contexts.stream().map(this::indexKey).toList();
  }

  private static Optional<String> sort(IndexKeyContext context) {
    if (context.DESC() != null) {
      return Optional.of("DESC");
    }
    return context.ASC() != null ? Optional.of("ASC") : Optional.empty();
  }

  private static Optional<String> nulls(IndexKeyContext context) {
    if (context.NULLS() == null) {
      return Optional.empty();
    }
    return Optional.of(context.FIRST() != null ? "FIRST" : "LAST");
  }

  static boolean notDistinct(@Nullable NullsDistinctContext context) {
    return context != null && context.NOT() != null;
  }

  static boolean cascades(@Nullable DropBehaviorContext context) {
    return context != null && context.CASCADE() != null;
  }
}
