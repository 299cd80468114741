package dev.ddlint.parse;

import dev.ddlint.ir.Comment;
import dev.ddlint.ir.DataStatement;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.Maintenance;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.SetVariable;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.Transaction;
import dev.ddlint.parse.grammar.SqlLexer;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Reads the statements whose first words tell all that a fold needs: data statements, settings, transactions, comments,
 * VACUUM. No grammar is needed for them, and they are many.
 */
final class PlainReader {
  private final SqlText text;
  private final Fragments fragments;
  private final List<Token> tokens;
  private final Token end;
  private final Span span;
  /** The writes in WITH. */
  private final List<DataStatement> parts = new ArrayList<>();

  PlainReader(SqlText text, Fragments fragments, StatementTokens tokens) {
    this(text, fragments, tokens.raw(), tokens.get(tokens.count()), tokens.span());
  }

  private PlainReader(SqlText text, Fragments fragments, List<Token> tokens, Token end, Span span) {
    this.text = text;
    this.fragments = fragments;
    this.tokens = tokens;
    this.end = end;
    this.span = span;
  }

  private int type(int i) {
    return i < tokens.size() ? tokens.get(i).getType() : Token.EOF;
  }

  private String word(int i) {
    return i < tokens.size() ? SqlText.fold(text.raw(SqlText.span(tokens.get(i)))) : "";
  }

  private boolean isName(int i) {
    return switch (type(i)) {
      case SqlLexer.WORD, SqlLexer.QUOTED -> true;
      default -> i < tokens.size() && Character.isLetter(word(i).isEmpty() ? ' ' : word(i).charAt(0));
    };
  }

  /** Index of the token behind the group that opens at {@code i}. */
  private int behindGroup(int i) {
    int depth = 0;
    for (int k = i; k < tokens.size(); k++) {
      int type = type(k);
      if (type == SqlLexer.LPAREN || type == SqlLexer.LBRACKET) {
        depth++;
      } else if ((type == SqlLexer.RPAREN || type == SqlLexer.RBRACKET) && --depth == 0) {
        return k + 1;
      }
    }
    return tokens.size();
  }

  /** The main verb behind WITH a AS (...), b AS (...). */
  private int mainVerb() {
    int i = 0;
    while (type(i) == SqlLexer.LPAREN) {
      i++;
    }
    if (type(i) != SqlLexer.WITH) {
      return i;
    }
    for (i++; i < tokens.size();) {
      switch (type(i)) {
        case SqlLexer.LPAREN -> {
          int next = behindGroup(i);
          part(i + 1, next - 1);
          i = next;
        }
        case SqlLexer.SELECT, SqlLexer.INSERT, SqlLexer.UPDATE, SqlLexer.DELETE, SqlLexer.MERGE, SqlLexer.VALUES -> {
          return i;
        }
        default -> i++;
      }
    }
    return i;
  }

  /** A query of WITH that writes is a statement of its own. */
  private void part(int from, int to) {
    switch (type(from)) {
      case SqlLexer.INSERT, SqlLexer.UPDATE, SqlLexer.DELETE, SqlLexer.MERGE, SqlLexer.WITH -> {
        List<Token> inside = tokens.subList(from, to);
        Span all = SqlText.span(inside.get(0)).to(SqlText.span(inside.get(inside.size() - 1)));
        DataStatement part = new PlainReader(text, fragments, inside, tokens.get(to), all).data();
        if (part.writes() || !part.parts().isEmpty()) {
          parts.add(part);
        }
      }
      default -> {
      }
    }
  }

  DataStatement data() {
    int verb = mainVerb();
    return switch (type(verb)) {
      case SqlLexer.INSERT -> insert(verb);
      case SqlLexer.UPDATE -> update(verb);
      case SqlLexer.DELETE -> write(DataStatement.Kind.DELETE, skipOnly(next(verb, SqlLexer.FROM)), List.of());
      case SqlLexer.MERGE -> write(DataStatement.Kind.MERGE, skipOnly(next(verb, SqlLexer.INTO)), List.of());
      case SqlLexer.COPY -> copy(verb);
      default -> select(verb);
    };
  }

  private int behind(int from, int keyword) {
    for (int i = from; i < tokens.size(); i++) {
      if (type(i) == keyword) {
        return i + 1;
      }
    }
    return tokens.size();
  }

  /** Index behind a keyword that must follow at once. */
  private int next(int i, int keyword) {
    if (type(i + 1) != keyword) {
      throw unexpected(i + 1, keyword);
    }
    return i + 2;
  }

  private StopAtFirstError.Stopped unexpected(int i, int expected) {
    return new StopAtFirstError.Stopped(i < tokens.size() ? tokens.get(i) : end, IntervalSet.of(expected));
  }

  private int skipOnly(int i) {
    return type(i) == SqlLexer.ONLY ? i + 1 : i;
  }

  private record Named(Optional<ObjectName> name, int next) {}

  private Named name(int i) {
    if (!isName(i)) {
      return new Named(Optional.empty(), i);
    }
    List<Token> parts = new ArrayList<>();
    parts.add(tokens.get(i));
    int next = i + 1;
    while (type(next) == SqlLexer.DOT && isName(next + 1)) {
      parts.add(tokens.get(next + 1));
      next += 2;
    }
    Optional<String> schema = parts.size() > 1 ? Optional.of(text.name(parts.get(parts.size() - 2))) : Optional.empty();
    Span all = SqlText.span(parts.get(0)).to(SqlText.span(parts.get(parts.size() - 1)));
    return new Named(Optional.of(new ObjectName(schema, text.name(parts.get(parts.size() - 1)), all)), next);
  }

  private DataStatement write(DataStatement.Kind kind, int target, List<Identifier> columns) {
    Optional<ObjectName> name = name(target).name();
    if (name.isEmpty()) {
      throw unexpected(target, SqlLexer.WORD);
    }
    return new DataStatement(kind, name, columns, isFiltered(target), Optional.empty(), List.copyOf(parts),
        fragments.expression(span), span);
  }

  private boolean isFiltered(int from) {
    for (int i = from; i < tokens.size(); i++) {
      if (type(i) == SqlLexer.LPAREN) {
        i = behindGroup(i) - 1;
      } else if (type(i) == SqlLexer.WHERE) {
        return true;
      }
    }
    return false;
  }

  private DataStatement insert(int verb) {
    int target = next(verb, SqlLexer.INTO);
    int i = name(target).next();
    if (type(i) == SqlLexer.AS) {
      i += 2;
    }
    List<Identifier> columns = new ArrayList<>();
    if (type(i) == SqlLexer.LPAREN && type(i + 1) != SqlLexer.SELECT && type(i + 1) != SqlLexer.WITH) {
      int end = behindGroup(i);
      for (int k = i + 1; k < end - 1; k++) {
        if (isName(k) && (type(k - 1) == SqlLexer.LPAREN || type(k - 1) == SqlLexer.COMMA)) {
          columns.add(text.identifier(tokens.get(k)));
        }
      }
    }
    return write(DataStatement.Kind.INSERT, target, columns);
  }

  private DataStatement update(int verb) {
    int target = skipOnly(verb + 1);
    List<Identifier> columns = new ArrayList<>();
    int i = behind(target, SqlLexer.SET);
    if (i == tokens.size()) {
      throw unexpected(i, SqlLexer.SET);
    }
    for (boolean expected = true; i < tokens.size(); i++) {
      int type = type(i);
      if (type == SqlLexer.FROM || type == SqlLexer.WHERE) {
        break;
      } else if (expected && type == SqlLexer.LPAREN) {
        int end = behindGroup(i);
        for (int k = i + 1; k < end - 1; k += 2) {
          columns.add(text.identifier(tokens.get(k)));
        }
        i = end - 1;
      } else if (expected && isName(i)) {
        columns.add(text.identifier(tokens.get(i)));
      } else if (type == SqlLexer.LPAREN || type == SqlLexer.LBRACKET) {
        i = behindGroup(i) - 1;
      }
      expected = type(i) == SqlLexer.COMMA;
    }
    return write(DataStatement.Kind.UPDATE, target, columns);
  }

  private DataStatement copy(int verb) {
    boolean query = type(verb + 1) == SqlLexer.LPAREN;
    Named target = name(verb + 1);
    if (!query && target.name().isEmpty()) {
      throw unexpected(verb + 1, SqlLexer.WORD);
    }
    boolean out = query
        || type(type(target.next()) == SqlLexer.LPAREN ? behindGroup(target.next()) : target.next()) == SqlLexer.TO;
    return new DataStatement(out ? DataStatement.Kind.COPY_OUT : DataStatement.Kind.COPY, target.name(), List.of(),
        false, Optional.empty(), List.of(), fragments.expression(span), span);
  }

  private DataStatement select(int verb) {
    Optional<ObjectName> into = Optional.empty();
    for (int i = verb; i < tokens.size() && type(i) != SqlLexer.FROM; i++) {
      if (type(i) == SqlLexer.LPAREN) {
        i = behindGroup(i) - 1;
      } else if (type(i) == SqlLexer.INTO) {
        int at = i + 1;
        while (type(at) == SqlLexer.TEMP || type(at) == SqlLexer.TEMPORARY || type(at) == SqlLexer.UNLOGGED
            || type(at) == SqlLexer.TABLE) {
          at++;
        }
        into = name(at).name();
        break;
      }
    }
    return new DataStatement(DataStatement.Kind.SELECT, Optional.empty(), List.of(), isFiltered(verb), into,
        List.copyOf(parts), fragments.expression(span), span);
  }

  /** SET, RESET and SET TRANSACTION. */
  Statement setting() {
    boolean reset = word(0).equals("reset");
    int i = 1;
    boolean local = type(i) == SqlLexer.LOCAL && type(i + 1) != SqlLexer.EQUAL && type(i + 1) != SqlLexer.TO;
    boolean session = type(i) == SqlLexer.SESSION && type(i + 1) != SqlLexer.AUTHORIZATION
        && type(i + 1) != SqlLexer.EQUAL;
    if (local || session) {
      i++;
    }
    if (type(i) == SqlLexer.TIME && type(i + 1) == SqlLexer.ZONE) {
      return new SetVariable("timezone", values(i + 2), local, reset, span);
    }
    StringBuilder name = new StringBuilder(isName(i) ? text.name(tokens.get(i)) : "");
    i++;
    while (type(i) == SqlLexer.DOT && isName(i + 1)) {
      name.append('.').append(text.name(tokens.get(i + 1)));
      i += 2;
    }
    boolean assigned = type(i) == SqlLexer.TO || type(i) == SqlLexer.EQUAL;
    return new SetVariable(name.toString(), values(assigned ? i + 1 : i), local, reset, span);
  }

  private List<String> values(int from) {
    List<String> values = new ArrayList<>();
    for (int i = from; i < tokens.size(); i++) {
      switch (type(i)) {
        case SqlLexer.COMMA, SqlLexer.DEFAULT -> {
        }
        case SqlLexer.STRING, SqlLexer.ESCAPE_STRING, SqlLexer.DOLLAR_STRING -> values.add(text.string(tokens.get(i)));
        case SqlLexer.WORD, SqlLexer.QUOTED -> values.add(text.name(tokens.get(i)));
        default -> values.add(word(i));
      }
    }
    return values;
  }

  Transaction transaction() {
    boolean prepared = word(1).equals("prepared");
    Transaction.Kind kind = switch (word(0)) {
      case "begin" -> Transaction.Kind.BEGIN;
      case "start" -> Transaction.Kind.START;
      case "commit", "end" -> prepared ? Transaction.Kind.COMMIT_PREPARED : Transaction.Kind.COMMIT;
      case "savepoint" -> Transaction.Kind.SAVEPOINT;
      case "release" -> Transaction.Kind.RELEASE;
      case "prepare" -> Transaction.Kind.PREPARE;
      default -> prepared
          ? Transaction.Kind.ROLLBACK_PREPARED
          : behind(0, SqlLexer.TO) < tokens.size() ? Transaction.Kind.ROLLBACK_TO : Transaction.Kind.ROLLBACK;
    };
    return new Transaction(kind, span);
  }

  Statement comment() {
    int is = tokens.size() - 1;
    while (is > 0 && type(is) != SqlLexer.IS) {
      is--;
    }
    int value = is + 1;
    boolean empty = type(value) == SqlLexer.NULL
        || (type(value) == SqlLexer.STRING && text.string(tokens.get(value)).isEmpty());
    boolean pair = type(2) == SqlLexer.MATERIALIZED || type(2) == SqlLexer.FOREIGN || word(2).equals("event")
        || word(2).equals("text");
    int target = pair ? 4 : 3;
    ObjectKind kind = ChangeReader.kind(pair ? word(2) + " " + word(3) : word(2));
    Span named = target < is ? SqlText.span(tokens.get(target)).to(SqlText.span(tokens.get(is - 1))) : span;
    return new Comment(kind, text.raw(named), empty, span);
  }

  Statement vacuum() {
    boolean vacuum = word(0).equals("vacuum");
    boolean full = false;
    int i = 1;
    for (boolean options = true; options;) {
      if (type(i) == SqlLexer.LPAREN) {
        int end = behindGroup(i);
        for (int k = i; k < end; k++) {
          full |= type(k) == SqlLexer.FULL && !word(k + 1).equals("false") && !word(k + 1).equals("off");
        }
        i = end;
      } else if (type(i) == SqlLexer.FULL) {
        full = true;
        i++;
      } else if (word(i).equals("freeze") || word(i).equals("verbose") || word(i).startsWith("analy")) {
        i++;
      } else {
        options = false;
      }
    }
    List<ObjectName> names = new ArrayList<>();
    while (isName(i)) {
      Named named = name(i);
      named.name().ifPresent(names::add);
      i = type(named.next()) == SqlLexer.LPAREN ? behindGroup(named.next()) : named.next();
      i++;
    }
    return new Maintenance(vacuum ? Maintenance.Kind.VACUUM : Maintenance.Kind.ANALYZE, ObjectKind.TABLE,
        List.copyOf(names), Optional.empty(), full, false, span);
  }
}
