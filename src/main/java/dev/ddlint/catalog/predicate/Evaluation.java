package dev.ddlint.catalog.predicate;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.parse.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Evaluates a predicate before any row is read, by SQL's logic with one value more: not known. */
public final class Evaluation {
  private final Helpers helpers;
  private final Table table;
  private final Session session;

  private Evaluation(Catalog catalog, Table table, Session session) {
    this.helpers = new Helpers(catalog);
    this.table = table;
    this.session = session;
  }

  /** Whether the predicate admits every row, whoever asks: {@code true}, {@code 1 = 1}, {@code id = id}. */
  public static boolean isAlwaysTrue(Tree tree, Catalog catalog, Table table) {
    return new Evaluation(catalog, table, Session.ANY).value(tree).equals(Value.TRUE);
  }

  /**
   * Whether the predicate admits every row to a session that says nothing of itself.
   *
   * @param login whether only those who are logged in are asked
   */
  public static boolean opensToSilence(Tree tree, Catalog catalog, Table table, boolean login) {
    List<Session> sessions = login ? List.of(Session.LOGGED_IN) : List.of(Session.SILENT, Session.RESET);
    return sessions.stream().anyMatch(s -> new Evaluation(catalog, table, s).value(tree).equals(Value.TRUE));
  }

  private Value value(Tree tree) {
    return switch (tree) {
      case Tree.Literal literal -> new Value.Text(literal.value());
      case Tree.Truth truth -> Value.of(truth.value());
      case Tree.Null none -> Value.NULL;
      case Tree.Column column -> new Value.Row(column.name());
      case Tree.Call call -> session.answer(call).orElseGet(() -> call(call));
      case Tree.Path path -> value(path.of()).equals(Value.NULL) ? Value.NULL : Value.UNKNOWN;
      case Tree.Select select when Helpers.isPlain(select.query()) -> value(select.query().outputs().get(0));
      case Tree.Select select -> Value.UNKNOWN;
      case Tree.Exists exists -> Value.UNKNOWN;
      case Tree.Compare compare -> compare(compare);
      case Tree.In in -> in(in);
      case Tree.IsNull test -> isNull(test);
      case Tree.Is test -> is(test);
      case Tree.And and -> all(and.parts(), this::value);
      case Tree.Or or -> all(or.parts(), part -> value(part).not()).not();
      case Tree.Not not -> value(not.of()).not();
      case Tree.Values values -> Value.UNKNOWN;
      case Tree.Case choice -> choice(choice);
      case Tree.Other other -> strict(other.parts());
    };
  }

  /** FALSE wins, then what is not known, then NULL. */
  private static Value all(List<Tree> parts, Function<Tree, Value> value) {
    List<Value> values = parts.stream().map(value).toList();
    boolean truths = values.stream().allMatch(Value.TRUE::equals);
    return truths || values.contains(Value.FALSE)
        ? Value.of(truths)
        : values.stream().allMatch(v -> v.equals(Value.TRUE) || v.equals(Value.NULL)) ? Value.NULL : Value.UNKNOWN;
  }

  /** Operators and most functions give NULL where an operand is NULL. */
  private Value strict(List<Tree> parts) {
    return parts.stream().map(this::value).anyMatch(Value.NULL::equals) ? Value.NULL : Value.UNKNOWN;
  }

  private Value call(Tree.Call call) {
    List<Tree> arguments = call.arguments();
    return switch (call.bareName()) {
      case "coalesce" -> coalesce(arguments);
      case "nullif" -> arguments.size() == 2 ? nullIf(value(arguments.get(0)), value(arguments.get(1))) : Value.UNKNOWN;
      case "lower", "upper", "trim", "btrim" -> arguments.size() == 1 ? value(arguments.get(0)) : Value.UNKNOWN;
      case "like" -> value(arguments.get(1)) instanceof Value.Text text && !text.value().isEmpty()
          && text.value().chars().allMatch(c -> c == '%') ? Value.TRUE : strict(arguments);
      default -> helpers.result(call).map(this::value).orElse(Value.UNKNOWN);
    };
  }

  private Value coalesce(List<Tree> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      Value value = value(arguments.get(i));
      boolean last = i == arguments.size() - 1;
      if (value instanceof Value.Text || value instanceof Value.Truth || last) {
        return value;
      }
      if (!value.equals(Value.NULL)) {
        return value instanceof Value.Row row && isRequired(row) ? value : Value.UNKNOWN;
      }
    }
    return Value.NULL;
  }

  private static Value nullIf(Value one, Value other) {
    if (one.equals(Value.NULL) || one instanceof Value.Text && one.equals(other)) {
      return Value.NULL;
    }
    return other.equals(Value.NULL) || one instanceof Value.Text && other instanceof Value.Text ? one : Value.UNKNOWN;
  }

  private Value compare(Tree.Compare compare) {
    Value left = value(compare.left());
    Value right = value(compare.right());
    return switch (compare.operator()) {
      case EQUAL -> equal(left, right);
      case UNEQUAL -> equal(left, right).not();
      case NOT_DISTINCT -> same(left, right);
      case DISTINCT -> same(left, right).not();
      case OTHER -> left.equals(Value.NULL) || right.equals(Value.NULL) ? Value.NULL : Value.UNKNOWN;
    };
  }

  private static Value equal(Value left, Value right) {
    if (left.equals(Value.NULL) || right.equals(Value.NULL)) {
      return Value.NULL;
    }
    boolean row = left instanceof Value.Row && left.equals(right);
    boolean constants = isConstant(left) && isConstant(right);
    return row || constants ? Value.of(left.equals(right)) : Value.UNKNOWN;
  }

  private static boolean isConstant(Value value) {
    return value instanceof Value.Text || value instanceof Value.Truth;
  }

  /** As equal, but NULL is like NULL and like nothing else. */
  private Value same(Value left, Value right) {
    boolean none = left.equals(Value.NULL);
    if (none || right.equals(Value.NULL)) {
      Value other = none ? right : left;
      boolean value = isConstant(other) || other instanceof Value.Row row && isRequired(row);
      return other.equals(Value.NULL) ? Value.TRUE : value ? Value.FALSE : Value.UNKNOWN;
    }
    return equal(left, right);
  }

  private Value in(Tree.In in) {
    Value left = value(in.left());
    if (left.equals(Value.NULL)) {
      return Value.NULL;
    }
    if (!(in.right() instanceof Tree.Values values)) {
      return value(in.right()).equals(Value.NULL) ? Value.NULL : Value.UNKNOWN;
    }
    List<Value> equal = values.values().stream().map(v -> equal(left, value(v))).toList();
    boolean none = equal.stream().allMatch(Value.FALSE::equals);
    Value member = equal.contains(Value.TRUE) ? Value.TRUE : none ? Value.FALSE : Value.UNKNOWN;
    return in.not() ? member.not() : member;
  }

  private Value isNull(Tree.IsNull test) {
    Value of = value(test.of());
    boolean value = isConstant(of) || of instanceof Value.Row row && isRequired(row);
    Value answer = of.equals(Value.NULL) ? Value.TRUE : value ? Value.FALSE : Value.UNKNOWN;
    return test.not() ? answer.not() : answer;
  }

  private static Value is(Value of, boolean wanted) {
    return of.equals(Value.NULL)
        ? Value.FALSE
        : of instanceof Value.Truth t
            ? Value.of(t.value() == wanted)
            : Value.UNKNOWN;
  }

  private Value is(Tree.Is test) {
    Value answer = is(value(test.of()), test.value());
    return test.not() ? answer.not() : answer;
  }

  private Value choice(Tree.Case choice) {
    Optional<Value> subject = choice.subject().map(this::value);
    for (Tree.Case.When when : choice.whens()) {
      Value condition = value(when.condition());
      Value holds = subject.map(of -> equal(of, condition)).orElse(condition);
      if (holds.equals(Value.TRUE)) {
        return value(when.result());
      }
      if (!holds.equals(Value.FALSE) && !holds.equals(Value.NULL)) {
        return Value.UNKNOWN;
      }
    }
    return choice.otherwise().map(this::value).orElse(Value.NULL);
  }

  private boolean isRequired(Value.Row row) {
    return table.column(row.column()).filter(Column::notNull).isPresent();
  }
}
