package dev.ddlint.physics;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Table;
import dev.ddlint.ir.Expression;
import dev.ddlint.physics.Words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a partition's bound says, as far as ATTACH PARTITION can skip its scan: a validated check that says the same of a
 * single key column that is NOT NULL (manual, section 5.12.2.2; physics: attach_partition_with_check). Other proofs that
 * the server finds are not tried.
 */
public final class PartitionBound {

  private PartitionBound() {}

  /** Whether the partition was made as the one for all other rows. */
  public static boolean isDefault(Table partition) {
    String made = partition.origin().place().text();
    List<Word> words = Words.of(made);
    for (int i = 0; i + 2 < words.size(); i++) {
      if (words.get(i).is("partition") && words.get(i + 1).is("of")) {
        return words.subList(i + 2, words.size()).stream().filter(word -> word.is("for") || word.is("default"))
            .findFirst().filter(word -> word.is("default")).isPresent();
      }
    }
    return false;
  }

  static boolean proves(Table parent, Table partition, Expression bound) {
    List<String> key = key(parent);
    if (key.size() != 1) {
      return false;
    }
    boolean notNull = partition.column(key.get(0)).filter(Column::notNull).isPresent();
    List<String> wanted = conditions(key.get(0), Words.of(bound.text()));
    return notNull && !wanted.isEmpty() && partition.constraints(Constraint.Check.class).stream()
        .filter(Constraint::validated).anyMatch(check -> says(check.condition()).containsAll(wanted));
  }

  /** The condition that a row of the partition meets, NULL excepted where the bound excepts it; for a key of one column. */
  public static Optional<String> condition(Table parent, Expression bound) {
    List<String> key = key(parent);
    List<Word> words = Words.of(bound.text());
    if (key.size() != 1 || words.stream().anyMatch(word -> word.is("null"))) {
      return Optional.empty();
    }
    String column = key.get(0);
    boolean plain = column.chars().allMatch(c -> c == '_' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9');
    List<String> conditions = plain ? conditions(column, words) : List.of();
    return conditions.isEmpty()
        ? Optional.empty()
        : Optional.of(column + " IS NOT NULL AND " + String.join(" AND ", conditions));
  }

  /** The columns of the partition key, from the clause that made the table. */
  public static List<String> key(Table parent) {
    String clause = parent.partitionKey().map(k -> parent.origin().place().file().text(k.span())).orElse("");
    List<Word> words = Words.of(clause);
    List<String> key = new ArrayList<>();
    boolean inside = false;
    for (Word word : words) {
      if (inside && word.isName()) {
        key.add(word.text());
      }
      inside |= word.is("(");
    }
    return key;
  }

  /** The bound as conditions on the key: {@code id >= 1}, {@code id < 10}, or {@code id in ( 1 , 2 )}. */
  private static List<String> conditions(String column, List<Word> bound) {
    List<List<Word>> lists = lists(bound);
    boolean range = bound.size() > 2 && bound.get(2).is("from");
    if (range && lists.size() == 2) {
      List<String> conditions = new ArrayList<>();
      String from = join(lists.get(0));
      String to = join(lists.get(1));
      if (!from.equals("minvalue")) {
        conditions.add(column + " >= " + from);
      }
      if (!to.equals("maxvalue")) {
        conditions.add(column + " < " + to);
      }
      return conditions;
    }
    boolean list = bound.size() > 2 && bound.get(2).is("in");
    return list && lists.size() == 1 ? List.of(column + " in ( " + join(lists.get(0)) + " )") : List.of();
  }

  private static List<List<Word>> lists(List<Word> words) {
    List<List<Word>> lists = new ArrayList<>();
    int open = -1;
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).is("(")) {
        open = i;
      } else if (words.get(i).is(")") && open >= 0) {
        lists.add(words.subList(open + 1, i));
        open = -1;
      }
    }
    return lists;
  }

  /** A condition's parts between ANDs, written the same way. */
  private static List<String> says(Expression condition) {
    List<String> conditions = new ArrayList<>();
    for (String part : join(Words.of(condition.text())).split(" and ")) {
      conditions
          .add(part.replace("> =", ">=").replaceAll("^\\(+ *| *$", "").replaceAll("^([^(]*) *\\)$", "$1").strip());
    }
    return conditions.stream().noneMatch(part -> part.contains(" or ")) ? conditions : List.of();
  }

  private static String join(List<Word> words) {
    return words.stream().map(Word::text).collect(Collectors.joining(" "));
  }
}
