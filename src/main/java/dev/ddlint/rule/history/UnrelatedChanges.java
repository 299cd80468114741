package dev.ddlint.rule.history;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.ObjectId;
import dev.ddlint.catalog.Table;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Day;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.MigrationRule;
import dev.ddlint.rule.Option;
import dev.ddlint.rule.Options;
import dev.ddlint.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One migration changes several old tables that no foreign key connects: it can only go or fail as a whole. */
@Rule("unrelated-changes")
@Concerns(Effect.SCHEMA_STATE)
@Option(name = "max", kind = Option.Kind.NUMBER, value = "1", says = "how many groups of related tables one may change")
public final class UnrelatedChanges implements MigrationRule {
  private final int most;

  public UnrelatedChanges(Options options) {
    this.most = options.number("max");
  }

  @Override
  public void check(Day day, Findings findings) {
    Map<ObjectId, Table> changed = new LinkedHashMap<>();
    for (Change change : day.changes()) {
      if (change instanceof Change.OfTable of && !(change instanceof Change.RowsWritten)
          && of.table().origin().migration() != day.before().migration() && !of.table().kind().isView()) {
        changed.putIfAbsent(of.table().id(), of.table());
      }
    }
    List<List<Table>> groups = groups(List.copyOf(changed.values()), day);
    if (groups.size() > most) {
      String names = groups.stream().map(group -> group.get(0).displayName()).limit(4)
          .collect(Collectors.joining("`, `", "`", "`"));
      findings.report(Opening.of(day)).about(Opening.subject("migration", day.migration()))
          .says("this migration changes %d tables, or groups of them, that have nothing to do with each other",
              groups.size())
          .fact("tables", "%s%s", names, groups.size() > 4 ? " and others" : "")
          .fact("why", "it waits for the locks of all of them, and none can be taken back alone");
    }
  }

  private static List<List<Table>> groups(List<Table> tables, Day day) {
    List<List<Table>> groups = new ArrayList<>();
    for (Table table : tables) {
      List<List<Table>> joined = groups.stream()
          .filter(group -> group.stream().anyMatch(other -> related(table, other, day))).toList();
      List<Table> group = new ArrayList<>();
      joined.forEach(group::addAll);
      groups.removeAll(joined);
      group.add(table);
      groups.add(group);
    }
    return groups;
  }

  private static boolean related(Table a, Table b, Day day) {
    return related(a, b, day.after().catalog()) || related(a, b, day.before().catalog());
  }

  private static boolean related(Table a, Table b, Catalog catalog) {
    return refers(a, b, catalog) || refers(b, a, catalog) || a.parents().contains(b.id())
        || b.parents().contains(a.id());
  }

  private static boolean refers(Table from, Table to, Catalog catalog) {
    return catalog.table(from.id()).orElse(from).constraints(Constraint.ForeignKey.class).stream()
        .anyMatch(key -> key.target().equals(to.id()));
  }
}
