package dev.ddlint.engine;

import dev.ddlint.catalog.Change;
import dev.ddlint.config.Configuration;
import dev.ddlint.config.Configuration.RuleSetting;
import dev.ddlint.finding.Level;
import dev.ddlint.ir.Statement;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.HistoryRule;
import dev.ddlint.rule.MigrationRule;
import dev.ddlint.rule.PrismaRule;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RuleKind;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.StatementRule;
import dev.ddlint.rule.SuppressionRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules that are on, by what they subscribe to. A rule's class is loaded when its event first occurs. */
final class ActiveRules {
  private final Map<String, List<Active<?>>> byEvent = new HashMap<>();
  private final List<Active<SchemaRule>> schema = new ArrayList<>();
  private final List<Active<PrismaRule>> prisma = new ArrayList<>();
  private final List<Active<MigrationRule>> migration = new ArrayList<>();
  private final List<Active<HistoryRule>> history = new ArrayList<>();
  private final List<Active<SuppressionRule>> suppression = new ArrayList<>();
  private final List<RuleIndex.Entry> entries = new ArrayList<>();

  /** A rule that is on, as the user wants it. */
  static final class Active<R> {
    private final RuleIndex.Entry entry;
    private final Configuration.RuleSetting setting;
    private @org.jspecify.annotations.Nullable R rule;

    private Active(RuleIndex.Entry entry, RuleSetting setting) {
      this.entry = entry;
      this.setting = setting;
    }

    RuleIndex.Entry entry() {
      return entry;
    }

    Optional<Level> override() {
      return setting.level();
    }

    @SuppressWarnings("unchecked") // the build checks that the class is what the index says
    R rule() {
      R made = rule;
      if (made == null) {
        made = (R) entry.instantiate(setting.options());
        rule = made;
      }
      return made;
    }
  }

  ActiveRules(RuleIndex index, Configuration configuration) {
    for (RuleIndex.Entry entry : index.all()) {
      RuleSetting setting = configuration.setting(entry);
      if (setting.on() || configuration.isOnSomewhere(entry)) {
        entries.add(entry);
        add(entry, setting);
      }
    }
  }

  private void add(RuleIndex.Entry entry, RuleSetting setting) {
    switch (entry.kind()) {
      case SCHEMA -> schema.add(new Active<>(entry, setting));
      case PRISMA -> prisma.add(new Active<>(entry, setting));
      case MIGRATION -> migration.add(new Active<>(entry, setting));
      case HISTORY -> history.add(new Active<>(entry, setting));
      case SUPPRESSION -> suppression.add(new Active<>(entry, setting));
      case CHANGE, STATEMENT -> {
        Active<?> active = new Active<>(entry, setting);
        entry.subscribes().forEach(event -> byEvent.computeIfAbsent(event, e -> new ArrayList<>()).add(active));
      }
    }
  }

  List<RuleIndex.Entry> entries() {
    return entries;
  }

  @SuppressWarnings("unchecked") // subscribed by the change's own class
  List<Active<ChangeRule<Change>>> of(Change change) {
    return (List<Active<ChangeRule<Change>>>) (List<?>) byEvent.getOrDefault(change.getClass().getSimpleName(),
        List.of());
  }

  /** Those for the statement's own kind, then those for all statements. */
  @SuppressWarnings("unchecked") // subscribed by the statement's own class
  List<Active<StatementRule<Statement>>> of(Statement statement) {
    List<Active<?>> own = byEvent.getOrDefault(statement.getClass().getSimpleName(), List.of());
    List<Active<?>> all = byEvent.getOrDefault(Statement.class.getSimpleName(), List.of());
    List<Active<?>> both = own;
    if (!all.isEmpty()) {
      both = new ArrayList<>(own);
      both.addAll(all);
    }
    return (List<Active<StatementRule<Statement>>>) (List<?>) both;
  }

  List<Active<PrismaRule>> prisma() {
    return prisma;
  }

  List<Active<MigrationRule>> migration() {
    return migration;
  }

  List<Active<SchemaRule>> schema() {
    return schema;
  }

  List<Active<HistoryRule>> history() {
    return history;
  }

  List<Active<SuppressionRule>> suppression() {
    return suppression;
  }
}
