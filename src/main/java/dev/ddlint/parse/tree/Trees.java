package dev.ddlint.parse.tree;

import dev.ddlint.parse.tree.Tree.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.AnyType;
import net.sf.jsqlparser.expression.ArrayConstructor;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.CollateExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.JsonExpression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsBooleanExpression;
import net.sf.jsqlparser.expression.operators.relational.IsDistinctExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/** Makes trees of JSqlParser's expressions. */
final class Trees {
  /** Functions that SQL writes without parentheses. */
  private static final Set<String> BARE = Set.of("current_user", "session_user", "current_role", "user",
      "current_date", "current_timestamp", "current_time", "localtime", "localtimestamp");

  private static final Set<String> ANY = Set.of("any", "some", "all");

  private final With with;

  Trees(With with) {
    this.with = with;
  }

  Tree tree(Expression e) {
    return switch (e) {
      case ParenthesedExpressionList<?> group when group.size() == 1 -> tree(group.get(0));
      case ExpressionList<?> list -> new Tree.Values(trees(list));
      case ArrayConstructor array -> new Tree.Values(trees(array.getExpressions()));
      case CastExpression cast -> tree(cast.getLeftExpression());
      case CollateExpression collate -> tree(collate.getLeftExpression());
      case AndExpression and -> new Tree.And(chain(and, AndExpression.class));
      case OrExpression or -> new Tree.Or(chain(or, OrExpression.class));
      case NotExpression not -> new Tree.Not(tree(not.getExpression()));
      case NullValue none -> new Tree.Null();
      case BooleanValue truth -> new Tree.Truth(truth.getValue());
      case StringValue string -> new Tree.Literal(string.getNotExcapedValue());
      case LongValue number -> new Tree.Literal(number.getStringValue());
      case DoubleValue number -> new Tree.Literal(number.toString());
      case SignedExpression signed when tree(signed.getExpression()) instanceof Tree.Literal literal ->
        new Tree.Literal(signed.getSign() + literal.value());
      case TimeKeyExpression key ->
        new Tree.Call(key.getStringValue().replace("()", "").toLowerCase(Locale.ROOT), List.of());
      case Column column -> column(column);
      case Function function -> new Tree.Call(Words.dotted(function.getName()), trees(function.getParameters()));
      case JsonExpression json -> path(json);
      case Select select -> new Tree.Select(new Statements(with).query(select));
      case ExistsExpression exists -> exists(exists);
      case InExpression in -> new Tree.In(tree(in.getLeftExpression()), list(in.getRightExpression()), in.isNot());
      case IsNullExpression test -> new Tree.IsNull(tree(test.getLeftExpression()), test.isNot());
      case IsBooleanExpression test -> new Tree.Is(tree(test.getLeftExpression()), test.isTrue(), test.isNot());
      case CaseExpression choice -> choice(choice);
      case Between between -> new Tree.Other(List.of(tree(between.getLeftExpression()),
          tree(between.getBetweenExpressionStart()), tree(between.getBetweenExpressionEnd())));
      case LikeExpression like when !like.isNot() ->
        new Tree.Call("like", List.of(tree(like.getLeftExpression()), tree(like.getRightExpression())));
      case BinaryExpression binary -> binary(binary, tree(binary.getLeftExpression()));
      default -> new Tree.Other(List.of());
    };
  }

  private Tree list(Expression e) {
    return e instanceof ParenthesedExpressionList<?> group ? new Tree.Values(trees(group)) : tree(e);
  }

  List<Tree> trees(@Nullable List<?> expressions) {
    return expressions == null
        ? List.of()
        : expressions.stream().filter(Expression.class::isInstance).map(e -> tree((Expression) e)).toList();
  }

  /** Down the left side in a loop: a long chain leans to the left. */
  private List<Tree> chain(BinaryExpression top, Class<? extends BinaryExpression> kind) {
    List<Tree> parts = new ArrayList<>();
    Expression rest = top;
    while (kind.isInstance(rest)) {
      parts.add(0, tree(kind.cast(rest).getRightExpression()));
      rest = kind.cast(rest).getLeftExpression();
    }
    parts.add(0, tree(rest));
    return List.copyOf(parts);
  }

  private static Tree column(Column column) {
    String name = Words.folded(column.getColumnName());
    String table = column.getTable() == null ? "" : String.valueOf(column.getTable().getName());
    boolean bare = column.getTable() == null || column.getTable().getName() == null;
    if (bare && BARE.contains(name)) {
      return new Tree.Call(name, List.of());
    }
    // JSqlParser has TRUE and FALSE as columns where nothing else tells it better.
    if (bare && (name.equals("true") || name.equals("false"))) {
      return new Tree.Truth(name.equals("true"));
    }
    return new Tree.Column(bare ? Optional.empty() : Words.maybe(table), name);
  }

  private Tree path(JsonExpression json) {
    Tree path = tree(json.getExpression());
    for (Expression key : json.getIdents()) {
      path = under(path, key);
    }
    return path;
  }

  /**
   * JSqlParser binds {@code a ->> 'k' = b} as {@code a ->> ('k' = b)}; PostgreSQL compares last. So what stands before
   * goes down to the key at the left.
   */
  private Tree under(Tree before, Expression key) {
    return switch (key) {
      case JsonExpression json -> {
        Tree path = under(before, json.getExpression());
        for (Expression next : json.getIdents()) {
          path = under(path, next);
        }
        yield path;
      }
      case AndExpression and ->
        new Tree.And(List.of(under(before, and.getLeftExpression()), tree(and.getRightExpression())));
      case OrExpression or ->
        new Tree.Or(List.of(under(before, or.getLeftExpression()), tree(or.getRightExpression())));
      case BinaryExpression binary -> binary(binary, under(before, binary.getLeftExpression()));
      case InExpression in ->
        new Tree.In(under(before, in.getLeftExpression()), list(in.getRightExpression()), in.isNot());
      case IsNullExpression test -> new Tree.IsNull(under(before, test.getLeftExpression()), test.isNot());
      default -> extended(before, tree(key) instanceof Tree.Literal literal ? literal.value() : "?");
    };
  }

  /** {@code #>> '{a,b}'} names two keys at once. */
  private static Tree extended(Tree before, String key) {
    List<String> keys = new ArrayList<>(before instanceof Tree.Path path ? path.keys() : List.of());
    boolean several = key.startsWith("{") && key.endsWith("}");
    keys.addAll(several ? List.of(key.substring(1, key.length() - 1).split(",")) : List.of(key));
    return new Tree.Path(before instanceof Tree.Path path ? path.of() : before, List.copyOf(keys));
  }

  private Tree exists(ExistsExpression exists) {
    return tree(exists.getRightExpression()) instanceof Tree.Select select
        ? new Tree.Exists(select.query(), exists.isNot())
        : new Tree.Other(List.of());
  }

  private Tree choice(CaseExpression choice) {
    List<Tree.Case.When> whens = choice.getWhenClauses().stream()
        .map(when -> new Tree.Case.When(tree(when.getWhenExpression()), tree(when.getThenExpression()))).toList();
    return new Tree.Case(Optional.ofNullable(choice.getSwitchExpression()).map(this::tree), whens,
        Optional.ofNullable(choice.getElseExpression()).map(this::tree));
  }

  private Tree binary(BinaryExpression binary, Tree left) {
    Expression written = binary.getRightExpression();
    if (written instanceof AnyComparisonExpression any) {
      Tree of = any.getSelect() == null ? new Tree.Other(List.of()) : tree(any.getSelect());
      return member(binary instanceof EqualsTo && any.getAnyType() != AnyType.ALL, left, of);
    }
    Tree right = tree(written);
    if (right instanceof Tree.Call call && ANY.contains(call.name()) && call.arguments().size() == 1) {
      return member(binary instanceof EqualsTo && !call.name().equals("all"), left, call.arguments().get(0));
    }
    return switch (binary) {
      case EqualsTo e -> new Tree.Compare(Operator.EQUAL, left, right);
      case NotEqualsTo e -> new Tree.Compare(Operator.UNEQUAL, left, right);
      case IsDistinctExpression e -> new Tree.Compare(
          e.toString().toUpperCase(Locale.ROOT).contains("IS NOT DISTINCT") ? Operator.NOT_DISTINCT : Operator.DISTINCT,
          left, right);
      case ComparisonOperator e -> new Tree.Compare(Operator.OTHER, left, right);
      default -> new Tree.Other(List.of(left, right));
    };
  }

  private static Tree member(boolean equal, Tree left, Tree of) {
    Tree list = of instanceof Tree.Values values && values.values().size() == 1
        && values.values().get(0) instanceof Tree.Values inner ? inner : of;
    return equal ? new Tree.In(left, list, false) : new Tree.Other(List.of(left, list));
  }
}
