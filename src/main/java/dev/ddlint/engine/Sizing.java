package dev.ddlint.engine;

import dev.ddlint.catalog.State;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Finding.Fact;
import dev.ddlint.finding.Level;
import dev.ddlint.physics.Effects;
import dev.ddlint.physics.Lock;
import dev.ddlint.physics.Statistics;
import dev.ddlint.rule.Category;
import dev.ddlint.rule.RuleIndex;
import java.util.List;
import java.util.Optional;

/**
 * Lets the sizes of tables count, where they are known: what is said of locks on small tables drops out, unless their
 * rows can make the migration fail, and what reads or rewrites a large table is an error.
 */
final class Sizing {
  private final Statistics statistics;

  Sizing(Statistics statistics) {
    this.statistics = statistics;
  }

  boolean knowsNothing() {
    return statistics.sizes().isEmpty();
  }

  /**
   * What is left to say.
   *
   * @param told whether the user has set the rule's level, which then stays
   * @param effects of the change or statement that the finding is about
   */
  Optional<Finding> apply(Finding finding, RuleIndex.Entry rule, boolean told, Effects effects, State before) {
    List<Table> tables = effects.locks().stream().map(Lock::table).filter(t -> !before.isEmptyOrPrivate(t)).toList();
    if (rule.category() != Category.LOCKS || tables.isEmpty()) {
      return Optional.of(finding);
    }
    if (tables.stream().allMatch(statistics::isSmall)) {
      boolean fails = effects.failure().isPresent();
      Level lower = finding.level() == Level.ERROR && !told ? Level.WARNING : finding.level();
      return fails ? Optional.of(with(finding, lower, tables)) : Optional.empty();
    }
    boolean lasting = effects.work().readsTables() && effects.work().readWhole().stream().anyMatch(statistics::isLarge);
    Level higher = lasting && finding.level() == Level.WARNING && !told ? Level.ERROR : finding.level();
    return Optional.of(with(finding, higher, tables));
  }

  /** As {@link #apply} for a finding about a whole migration: its object tells the table. */
  Optional<Finding> apply(Finding finding, RuleIndex.Entry rule) {
    boolean small = rule.category() == Category.LOCKS
        && statistics.of(table(finding)).filter(size -> size.bytes() <= statistics.thresholds().small()).isPresent();
    return small ? Optional.empty() : Optional.of(finding);
  }

  /** {@code public.users} of {@code public.users.email}. */
  private static String table(Finding finding) {
    String name = finding.object().name();
    int schema = name.indexOf('.');
    int column = name.indexOf('.', schema + 1);
    return column < 0 ? name : name.substring(0, column);
  }

  private Finding with(Finding finding, Level level, List<Table> tables) {
    List<String> sizes = tables.stream()
        .flatMap(table -> statistics.of(table).map(size -> table.displayName() + " takes " + size.text()).stream())
        .toList();
    Finding sized = finding.at(level);
    return sizes.isEmpty() ? sized : sized.with(new Fact("size", String.join(", ", sizes)));
  }
}
