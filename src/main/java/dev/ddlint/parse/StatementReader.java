package dev.ddlint.parse;

import dev.ddlint.ir.CreateSchema;
import dev.ddlint.ir.DataStatement;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.OtherStatement;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.Unrecognized;
import dev.ddlint.parse.grammar.PostgresDdl;
import dev.ddlint.parse.grammar.PostgresDdl.CreateSchemaContext;
import dev.ddlint.parse.grammar.SqlLexer;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Reads one statement: its first words pick the grammar rule or the plain reader. One instance serves one thread. */
final class StatementReader {
  private static final Set<String> OTHER_OBJECTS = Set.of("aggregate", "collation", "conversion", "publication",
      "subscription");
  private static final int MANY_EXPECTED = 4;

  /** Making a parser costs more than most files; each statement gives it its own tokens. */
  private static final ThreadLocal<PostgresDdl> PARSERS = ThreadLocal.withInitial(StatementReader::newParser);

  private final PostgresDdl parser = PARSERS.get();
  private final SqlText text;
  private final BlockReader blocks;

  StatementReader(SqlText text, List<Script.Trivia> trivia) {
    this.text = text;
    this.blocks = new BlockReader(text, this, trivia);
  }

  private static PostgresDdl newParser() {
    PostgresDdl parser = new PostgresDdl(new StatementTokens(List.of()));
    parser.removeErrorListeners();
    parser.setErrorHandler(new StopAtFirstError());
    return parser;
  }

  Statement read(List<Token> raw) {
    Token last = raw.get(raw.size() - 1);
    if (last.getType() == SqlLexer.UNTERMINATED) {
      return unterminated(raw, last);
    }
    for (Token token : raw) {
      if (token.getType() == SqlLexer.OTHER) {
        return unrecognized(new StatementTokens(raw), new StopAtFirstError.Stopped(token, new IntervalSet()));
      }
    }
    StatementTokens tokens = new StatementTokens(raw);
    Token unbalanced = tokens.unbalanced();
    if (unbalanced != null) {
      return unbalanced(tokens, unbalanced);
    }
    try {
      return read(tokens, PredictionMode.SLL);
    } catch (StopAtFirstError.Stopped first) {
      try {
        return read(tokens, PredictionMode.LL);
      } catch (StopAtFirstError.Stopped second) {
        return unrecognized(tokens, second);
      }
    }
  }

  /** Reads a statement of PL/pgSQL, where INTO names variables and makes no table. */
  Statement readEmbedded(List<Token> raw) {
    Statement statement = read(raw);
    return statement instanceof DataStatement data && data.into().isPresent()
        ? data.withoutInto()
        : statement;
  }

  private Statement read(StatementTokens tokens, PredictionMode mode) {
    tokens.seek(0);
    parser.setTokenStream(tokens);
    parser.getInterpreter().setPredictionMode(mode);
    Fragments fragments = new Fragments(text, tokens.raw());
    PlainReader plain = new PlainReader(text, fragments, tokens);
    return switch (tokens.type(0)) {
      case SqlLexer.CREATE -> create(tokens, fragments);
      case SqlLexer.ALTER -> alter(tokens, fragments);
      case SqlLexer.DROP -> drop(tokens, fragments);
      case SqlLexer.SELECT, SqlLexer.INSERT, SqlLexer.UPDATE, SqlLexer.DELETE, SqlLexer.MERGE, SqlLexer.WITH,
          SqlLexer.VALUES, SqlLexer.LPAREN, SqlLexer.COPY ->
        plain.data();
      case SqlLexer.SET, SqlLexer.RESET -> plain.setting();
      case SqlLexer.BEGIN, SqlLexer.START, SqlLexer.COMMIT, SqlLexer.END -> plain.transaction();
      case SqlLexer.COMMENT -> plain.comment();
      case SqlLexer.DO -> blocks.read(tokens);
      case SqlLexer.GRANT, SqlLexer.REVOKE -> changes(fragments).privileges(parser.privileges(), tokens.span());
      case SqlLexer.TRUNCATE -> changes(fragments).truncate(parser.truncate(), tokens.span());
      case SqlLexer.LOCK -> changes(fragments).lock(parser.lock(), tokens.span());
      case SqlLexer.REINDEX -> changes(fragments).reindex(parser.reindex(), tokens.span());
      case SqlLexer.CLUSTER -> changes(fragments).cluster(parser.cluster(), tokens.span());
      case SqlLexer.REFRESH -> changes(fragments).refresh(parser.refresh(), tokens.span());
      case SqlLexer.TABLE -> plain.data();
      default -> byWord(tokens, plain);
    };
  }

  private Statement byWord(StatementTokens tokens, PlainReader plain) {
    return switch (word(tokens, 0)) {
      case "rollback", "abort", "savepoint", "release" -> plain.transaction();
      case "prepare" -> word(tokens, 1).equals("transaction") ? plain.transaction() : other(tokens, 1);
      case "vacuum", "analyze", "analyse" -> plain.vacuum();
      case "explain", "call", "execute", "deallocate", "declare", "fetch", "move", "close", "listen", "notify",
          "unlisten", "checkpoint", "discard", "load", "show" ->
        other(tokens, 1);
      case "import", "reassign", "security" -> other(tokens, 2);
      default -> throw new StopAtFirstError.Stopped(tokens.get(0), new IntervalSet());
    };
  }

  private ChangeReader changes(Fragments fragments) {
    return new ChangeReader(fragments, new FunctionReader(fragments, new TypeReader(fragments)));
  }

  private Statement create(StatementTokens tokens, Fragments fragments) {
    Span span = tokens.span();
    TypeReader types = new TypeReader(fragments);
    ColumnReader columns = new ColumnReader(fragments, types);
    TableReader tables = new TableReader(fragments, columns);
    DefinitionReader definitions = new DefinitionReader(fragments, types, columns, tables);
    int i = 1;
    while (isModifier(tokens.type(i))) {
      i++;
    }
    return switch (tokens.type(i)) {
      case SqlLexer.TABLE -> tables.createTable(parser.createTable(), span);
      case SqlLexer.FOREIGN -> tokens.type(i + 1) == SqlLexer.TABLE
          ? tables.createTable(parser.createTable(), span)
          : other(tokens, 4);
      case SqlLexer.INDEX -> definitions.index(parser.createIndex(), span);
      case SqlLexer.TYPE -> createType(tokens, definitions, span);
      case SqlLexer.DOMAIN -> definitions.domain(parser.createDomain(), span);
      case SqlLexer.SEQUENCE -> definitions.sequence(parser.createSequence(), span);
      case SqlLexer.VIEW -> definitions.view(parser.createView(), span);
      case SqlLexer.MATERIALIZED -> definitions.materializedView(parser.createMaterializedView(), span);
      case SqlLexer.FUNCTION, SqlLexer.PROCEDURE ->
        new FunctionReader(fragments, types).function(parser.createFunction(), span);
      case SqlLexer.TRIGGER -> definitions.trigger(parser.createTrigger(), span);
      case SqlLexer.POLICY -> definitions.policy(parser.createPolicy(), span);
      case SqlLexer.EXTENSION -> definitions.extension(parser.createExtension(), span);
      case SqlLexer.SCHEMA -> createSchema(tokens, fragments);
      default -> known(tokens, i);
    };
  }

  private static boolean isModifier(int type) {
    return switch (type) {
      case SqlLexer.OR, SqlLexer.REPLACE, SqlLexer.TEMP, SqlLexer.TEMPORARY, SqlLexer.LOCAL, SqlLexer.GLOBAL,
          SqlLexer.UNLOGGED, SqlLexer.UNIQUE, SqlLexer.RECURSIVE, SqlLexer.CONSTRAINT ->
        true;
      default -> false;
    };
  }

  /** CREATE, ALTER and DROP of objects that a fold does not follow. */
  private Statement known(StatementTokens tokens, int i) {
    return switch (word(tokens, i)) {
      case "role", "user", "group", "database", "tablespace", "publication", "subscription", "statistics", "rule",
          "aggregate", "cast", "collation", "conversion", "operator", "language", "server", "system", "extension",
          "function", "procedure", "routine", "schema", "trigger", "domain", "owned" ->
        other(tokens, i + 1);
      case "event", "access", "text", "foreign", "trusted", "large", "default", "procedural" -> other(tokens, i + 2);
      default -> throw new StopAtFirstError.Stopped(tokens.get(Math.min(i, tokens.count())), new IntervalSet());
    };
  }

  private Statement createType(StatementTokens tokens, DefinitionReader definitions, Span span) {
    int as = 2;
    while (as < tokens.count() && tokens.type(as) != SqlLexer.AS && tokens.type(as) != SqlLexer.LPAREN) {
      as++;
    }
    return switch (tokens.type(as) == SqlLexer.AS ? tokens.type(as + 1) : Token.EOF) {
      case SqlLexer.ENUM -> definitions.enumeration(parser.createEnum(), span);
      case SqlLexer.LPAREN -> definitions.composite(parser.createComposite(), span);
      default -> definitions.otherType(parser.createOtherType(), span);
    };
  }

  /** CREATE SCHEMA may hold whole statements; each is read on its own. */
  private Statement createSchema(StatementTokens tokens, Fragments fragments) {
    List<Token> raw = tokens.raw();
    List<Statement> elements = new ArrayList<>();
    int end = raw.size();
    int depth = 0;
    for (int i = raw.size() - 1; i > 1; i--) {
      int type = raw.get(i).getType();
      depth += type == SqlLexer.LPAREN ? 1 : type == SqlLexer.RPAREN ? -1 : 0;
      boolean grant = type == SqlLexer.GRANT && raw.get(i - 1).getType() != SqlLexer.WITH;
      boolean starts = type == SqlLexer.CREATE || grant;
      if (starts && depth == 0) {
        elements.add(read(raw.subList(i, end)));
        end = i;
      }
    }
    Collections.reverse(elements);
    StatementTokens head = new StatementTokens(raw.subList(0, end));
    parser.setTokenStream(head);
    CreateSchemaContext context = parser.createSchema();
    return new CreateSchema(fragments.maybe(context.name), context.ifNotExists() != null,
        Optional.ofNullable(context.role()).map(fragments::role), elements, tokens.span());
  }

  private Statement alter(StatementTokens tokens, Fragments fragments) {
    Span span = tokens.span();
    TypeReader types = new TypeReader(fragments);
    ColumnReader columns = new ColumnReader(fragments, types);
    AlterTableReader tables = new AlterTableReader(fragments, types, columns, new TableReader(fragments, columns));
    ChangeReader changes = changes(fragments);
    return switch (tokens.type(1)) {
      case SqlLexer.TABLE, SqlLexer.INDEX -> tokens.type(2) == SqlLexer.ALL
          ? other(tokens, 2)
          : tables.alterTable(parser.alterTable(), span);
      case SqlLexer.VIEW, SqlLexer.MATERIALIZED -> tables.alterTable(parser.alterTable(), span);
      case SqlLexer.FOREIGN -> tokens.type(2) == SqlLexer.TABLE
          ? tables.alterTable(parser.alterTable(), span)
          : other(tokens, 4);
      case SqlLexer.SEQUENCE -> holds(tokens, SqlLexer.RENAME, SqlLexer.SCHEMA, SqlLexer.OWNER, SqlLexer.LOGGED)
          ? tables.alterTable(parser.alterTable(), span)
          : changes.alterSequence(parser.alterSequence(), span);
      case SqlLexer.TYPE -> isEnumChange(tokens)
          ? changes.alterType(parser.alterType(), span)
          : tables.alterTable(parser.alterTable(), span);
      case SqlLexer.POLICY -> changes.alterPolicy(parser.alterPolicy(), span);
      case SqlLexer.DEFAULT -> changes.defaultPrivileges(parser.defaultPrivileges(), span);
      case SqlLexer.DOMAIN -> isObjectChange(tokens)
          ? changes.alterObject(parser.alterObject(), span)
          : changes.alterDomain(parser.alterDomain(), span);
      case SqlLexer.FUNCTION, SqlLexer.PROCEDURE, SqlLexer.ROUTINE, SqlLexer.SCHEMA, SqlLexer.DATABASE,
          SqlLexer.TRIGGER,
          SqlLexer.RULE, SqlLexer.EXTENSION, SqlLexer.STATISTICS, SqlLexer.LANGUAGE ->
        isObjectChange(tokens) ? changes.alterObject(parser.alterObject(), span) : known(tokens, 1);
      default -> OTHER_OBJECTS.contains(word(tokens, 1)) && isObjectChange(tokens)
          ? changes.alterObject(parser.alterObject(), span)
          : known(tokens, 1);
    };
  }

  /** RENAME TO x, OWNER TO x, SET SCHEMA x at the end. */
  private static boolean isObjectChange(StatementTokens tokens) {
    int last = tokens.count() - 1;
    int before = tokens.type(last - 1);
    int verb = tokens.type(last - 2);
    return before == SqlLexer.TO
        ? verb == SqlLexer.RENAME || verb == SqlLexer.OWNER
        : before == SqlLexer.SCHEMA && verb == SqlLexer.SET;
  }

  /** ADD VALUE or RENAME VALUE behind the type's name. */
  private static boolean isEnumChange(StatementTokens tokens) {
    int i = 3;
    while (tokens.type(i) == SqlLexer.DOT) {
      i += 2;
    }
    boolean verb = tokens.type(i) == SqlLexer.ADD || tokens.type(i) == SqlLexer.RENAME;
    return verb && tokens.type(i + 1) == SqlLexer.VALUE;
  }

  /** Whether one of the keywords follows the object's name. */
  private static boolean holds(StatementTokens tokens, int... keywords) {
    for (int i = 3; i < tokens.count(); i++) {
      for (int keyword : keywords) {
        if (tokens.type(i) == keyword) {
          return true;
        }
      }
    }
    return false;
  }

  private Statement drop(StatementTokens tokens, Fragments fragments) {
    return switch (tokens.type(1)) {
      case SqlLexer.TABLE, SqlLexer.INDEX, SqlLexer.VIEW, SqlLexer.MATERIALIZED, SqlLexer.SEQUENCE, SqlLexer.TYPE,
          SqlLexer.DOMAIN, SqlLexer.SCHEMA, SqlLexer.DATABASE, SqlLexer.FUNCTION, SqlLexer.PROCEDURE, SqlLexer.ROUTINE,
          SqlLexer.TRIGGER, SqlLexer.POLICY, SqlLexer.RULE, SqlLexer.EXTENSION, SqlLexer.STATISTICS, SqlLexer.ROLE ->
        changes(fragments).drop(parser.drop(), tokens.span());
      case SqlLexer.FOREIGN -> tokens.type(2) == SqlLexer.TABLE
          ? changes(fragments).drop(parser.drop(), tokens.span())
          : other(tokens, 4);
      default -> OTHER_OBJECTS.contains(word(tokens, 1))
          ? changes(fragments).drop(parser.drop(), tokens.span())
          : known(tokens, 1);
    };
  }

  private String word(StatementTokens tokens, int i) {
    return i < tokens.count() ? SqlText.fold(text.raw(SqlText.span(tokens.get(i)))) : "";
  }

  private Statement other(StatementTokens tokens, int words) {
    StringBuilder command = new StringBuilder();
    for (int i = 0; i < Math.min(words, tokens.count()); i++) {
      command.append(i == 0 ? "" : " ").append(word(tokens, i).toUpperCase(Locale.ROOT));
    }
    return new OtherStatement(command.toString(), new Expression(text.raw(tokens.span()), Set.of(), tokens.span()),
        tokens.span());
  }

  private Unrecognized unbalanced(StatementTokens tokens, Token at) {
    boolean opens = at.getType() == SqlLexer.LPAREN || at.getType() == SqlLexer.LBRACKET;
    String reason = "the `" + text.raw(SqlText.span(at)) + "` here "
        + (opens ? "is never closed" : "closes nothing that is open");
    return new Unrecognized(reason, SqlText.span(at), tokens.span());
  }

  private Unrecognized unterminated(List<Token> raw, Token open) {
    char first = text.raw(SqlText.span(open)).charAt(0);
    String what = switch (first) {
      case '/' -> "comment";
      case '"' -> "quoted identifier";
      case '$' -> "dollar-quoted string";
      default -> "string";
    };
    Span at = new Span(open.getStartIndex(), open.getStartIndex() + 1);
    return new Unrecognized("the " + what + " that starts here is never closed", at,
        SqlText.span(raw.get(0)).to(SqlText.span(raw.get(raw.size() - 1))));
  }

  private Unrecognized unrecognized(StatementTokens tokens, StopAtFirstError.Stopped stopped) {
    Token at = stopped.at();
    boolean end = at.getType() == Token.EOF;
    Span span = end ? new Span(tokens.span().end() - 1, tokens.span().end()) : SqlText.span(at);
    String found = end ? "the statement ends too early" : "`" + shorten(text.raw(span)) + "` was not expected here";
    return new Unrecognized(found + expectation(stopped.expected()), span, tokens.span());
  }

  private static String shorten(String found) {
    return found.length() <= 40 ? found : found.substring(0, 37) + "...";
  }

  private static String expectation(IntervalSet expected) {
    if (expected.isNil() || expected.size() > MANY_EXPECTED) {
      return "";
    }
    List<String> names = new ArrayList<>();
    for (int type : expected.toList()) {
      names.add(name(type));
    }
    return ", expected " + String.join(" or ", new java.util.LinkedHashSet<>(names));
  }

  /** A token type as people say it. */
  private static String name(int type) {
    String display = SqlLexer.VOCABULARY.getDisplayName(type);
    return switch (type) {
      case Token.EOF -> "the end of the statement";
      case SqlLexer.WORD, SqlLexer.QUOTED -> "a name";
      case SqlLexer.STRING, SqlLexer.ESCAPE_STRING, SqlLexer.DOLLAR_STRING -> "a string";
      case SqlLexer.NUMBER -> "a number";
      default -> display.startsWith("'") ? "`" + display.substring(1, display.length() - 1) + "`" : display;
    };
  }
}
