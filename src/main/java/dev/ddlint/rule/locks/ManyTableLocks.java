package dev.ddlint.rule.locks;

import dev.ddlint.catalog.ObjectId;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.physics.Lock;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Day;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.MigrationRule;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.SharedTransaction;
import dev.ddlint.rule.Step;
import dev.ddlint.rule.Subject;
import dev.ddlint.text.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One transaction locks several tables in use against reads and writes, one after another. */
@Rule("many-table-locks")
@Concerns(Effect.LOCK)
public final class ManyTableLocks implements MigrationRule {

  @Override
  public void check(Day day, Findings findings) {
    SharedTransaction.of(day).forEach(transaction -> check(transaction, day, findings));
  }

  private static void check(SharedTransaction transaction, Day day, Findings findings) {
    Map<ObjectId, Step> locked = new LinkedHashMap<>();
    List<Table> tables = new ArrayList<>();
    Optional<Step> second = Optional.empty();
    for (Step step : transaction.steps()) {
      for (Lock lock : step.effects().locks()) {
        Table table = lock.table();
        boolean stays = day.after().catalog().table(table.id()).isPresent();
        if (lock.mode().blocksReads() && stays && !step.before().isEmptyOrPrivate(table)
            && locked.putIfAbsent(table.id(), step) == null) {
          tables.add(table);
        }
      }
      second = second.or(() -> Optional.of(step).filter(s -> tables.size() > 1));
    }
    second.ifPresent(step -> report(step, tables, locked, day, findings));
  }

  private static void report(Step step, List<Table> tables, Map<ObjectId, Step> locked, Day day, Findings findings) {
    Step first = locked.values().iterator().next();
    findings.report(step.statement().span()).about(all(tables))
        .says("one transaction locks %d tables against all reads and writes until it commits", tables.size())
        .fact("lock", "ACCESS EXCLUSIVE on %s", tables.stream().map(Table::displayName)
            .collect(Collectors.joining(", ")))
        .fact("why", "%s", step.transaction().reason())
        .related(new Place(day.file(), first.statement().span()), "the first lock is taken here")
        .instead(first.statement().span().equals(step.statement().span())
            ? new Advice(Advice.Kind.NONE, List.of())
            : new Advice(Advice.Kind.SAME_END, List.of(new Advice.Step(step.transaction().next(),
                List.of(step.statement().span().of(day.file().text()) + ";")))));
  }

  /** The tables together, since no single one is the cause. */
  private static ObjectPath all(List<Table> tables) {
    return new ObjectPath("tables",
        tables.stream().map(table -> Subject.of(table).name()).collect(Collectors.joining(", ")));
  }
}
