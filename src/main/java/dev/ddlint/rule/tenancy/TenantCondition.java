package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.predicate.Bonds;
import dev.ddlint.catalog.predicate.Evaluation;
import dev.ddlint.catalog.predicate.Identity;
import dev.ddlint.catalog.predicate.RowColumns;
import dev.ddlint.catalog.tenancy.TenantModel;
import dev.ddlint.ir.Expression;
import dev.ddlint.parse.ExpressionNames;
import dev.ddlint.parse.tree.Tree;
import dev.ddlint.parse.tree.TreeReader;
import dev.ddlint.print.Names;
import dev.ddlint.print.TypeNames;
import dev.ddlint.rule.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A condition that ties each row of a table to the session.
 *
 * @param known whether other policies of the schema ask so; else it is one way among several
 */
record TenantCondition(String text, boolean known) {

  /** Empty where the table has no key and no policy shows whose its rows are. */
  static Optional<TenantCondition> of(Schema schema, Table table) {
    Optional<Column> key = schema.tenancy().flatMap(model -> model.scope(table)).flatMap(TenantModel.Scope::key);
    return asOthers(schema, table, key).map(text -> new TenantCondition(text, true))
        .or(() -> key.flatMap(column -> bySetting(schema, column)).map(text -> new TenantCondition(text, false)));
  }

  /** What the most policies ask of a column that this table has as well. */
  private static Optional<String> asOthers(Schema schema, Table table, Optional<Column> key) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Guard.all(schema).filter(other -> other.policy().permissive() && !other.isPrivileged())
        .forEach(other -> other.expressions().filter(condition -> fits(condition, other, table, key))
            .forEach(condition -> counts.merge(PolicyAdvice.oneLine(condition.text()), 1, Integer::sum)));
    Optional<Integer> most = counts.values().stream().max(Integer::compare);
    return counts.entrySet().stream().filter(e -> most.filter(e.getValue()::equals).isPresent()).map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean fits(Expression condition, Guard other, Table table, Optional<Column> key) {
    if (key.filter(column -> !condition.text().contains(column.name())).isPresent()
        || ExpressionNames.qualified(condition).stream()
            .anyMatch(name -> name.name().equals(table.name()) || name.name().equals(other.table().name())
                || name.schema().filter(other.table().name()::equals).isPresent())) {
      return false;
    }
    Optional<Tree> tree = TreeReader.expression(condition);
    Set<String> columns = tree.map(
        t -> new RowColumns(other.schema().catalog(), other.table(), other.table().name()).in(t)).orElse(Set.of());
    return columns.size() == 1 && columns.stream().allMatch(name -> isShared(name, other.table(), table, key))
        && binds(tree.orElseThrow(), columns.iterator().next(), other);
  }

  /** A column of both tables by one name and of one type: the key, or what is no identity of another table's rows. */
  private static boolean isShared(String name, Table from, Table to, Optional<Column> key) {
    boolean meant = key.map(column -> column.name().equals(name))
        .orElse(from.equals(to) || to.primaryKey().filter(p -> to.names(p.columns()).contains(name)).isEmpty());
    return meant && type(to, name).filter(type -> type(from, name).filter(type::equals).isPresent()).isPresent();
  }

  private static Optional<String> type(Table table, String column) {
    return table.column(column).flatMap(Column::type).map(type -> TypeNames.format(type.name()));
  }

  private static boolean binds(Tree tree, String column, Guard other) {
    boolean open = other.isAlwaysTrue(tree)
        || Evaluation.opensToSilence(tree, other.schema().catalog(), other.table(), other.isForLogins())
        || new Identity(other.schema().catalog()).trustsItsBearer(tree);
    Bonds.Bond bond = new Bonds(other.schema().catalog(), other.table()).of(tree);
    return !open && bond.columns().contains(column);
  }

  /** The tenant as the session tells it, in the key's type: by the token of a platform that has one, or by a setting. */
  private static Optional<String> bySetting(Schema schema, Column key) {
    String source = usesTokens(schema)
        ? "(auth.jwt() -> 'app_metadata' ->> " + Names.literal(key.name()) + ")"
        : "current_setting(" + Names.literal(setting(schema, key)) + ")";
    return key.type().map(type -> Names.of(key.name()) + " = (SELECT " + source
        + (type.is("text") ? "" : "::" + TypeNames.format(type.name())) + ")");
  }

  private static boolean usesTokens(Schema schema) {
    return trees(schema).stream().anyMatch(
        tree -> tree.holds(part -> part instanceof Tree.Call call && call.name().startsWith("auth.")));
  }

  /** The setting that policies ask for the key; else one named after it. */
  private static String setting(Schema schema, Column key) {
    List<String> asked = new ArrayList<>();
    trees(schema).forEach(tree -> tree.holds(part -> part instanceof Tree.Call call
        && call.bareName().equals("current_setting") && call.arguments().get(0) instanceof Tree.Literal name
        && isOf(name.value(), key) && asked.add(name.value())));
    return asked.isEmpty() ? "app." + key.name() : asked.get(0);
  }

  private static boolean isOf(String setting, Column key) {
    return NameWords.of(setting.substring(setting.lastIndexOf('.') + 1)).containsAll(NameWords.of(key.name()));
  }

  private static List<Tree> trees(Schema schema) {
    return Guard.all(schema).flatMap(Guard::expressions).flatMap(e -> TreeReader.expression(e).stream()).toList();
  }
}
