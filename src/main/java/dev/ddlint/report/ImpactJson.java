package dev.ddlint.report;

import dev.ddlint.catalog.Table;
import dev.ddlint.engine.Impact;
import dev.ddlint.physics.LockMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What migrations lock and do, as one JSON document:
 *
 * <pre>
 * {"migrations": [{
 *   "path", "runner",
 *   "units": [{
 *     "reach": "transaction" | "statement" | "unknown", "because",
 *     "statements": [{"number", "line", "sql",
 *                     "locks": [{"table", "mode", "new", "blocks": ["reads", "writes", "vacuum", "DDL"]}],
 *                     "work": {"kind", "onRows", "tables", "scanned", "rebuiltIndexes", "dependsOn"},
 *                     "failsWhen", "source", "seconds"}],
 *     "held": [{"table", "taken": [{"statement", "mode"}], "blocks", "seconds"}]}]}]}
 * </pre>
 *
 * {@code kind} is {@code catalog-only}, {@code rows}, {@code scan}, {@code index-build} or {@code rewrite};
 * {@code onRows} is false where no table is read or those that are hold no rows yet; {@code seconds} is an estimate, absent where no size is known. A table has its schema; a table that the migration
 * made itself is {@code new}: nobody waits for it, and it is not among {@code held}.
 */
public final class ImpactJson {

  private ImpactJson() {}

  public static String render(List<Impact> impacts) {
    return Json.value(Map.of("migrations", impacts.stream().map(ImpactJson::migration).toList())) + "\n";
  }

  private static Map<String, Object> migration(Impact impact) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("path", impact.migration().shownPath());
    json.put("runner", impact.runner());
    json.put("units", impact.units().stream().map(ImpactJson::unit).toList());
    return json;
  }

  private static Map<String, Object> unit(Impact.Unit unit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("reach", Json.word(unit.reach()));
    json.put("because", unit.because());
    json.put("statements", unit.acts().stream().map(ImpactJson::act).toList());
    json.put("held", unit.held().stream().map(ImpactJson::held).toList());
    return json;
  }

  private static Map<String, Object> act(Impact.Act act) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("number", act.number());
    json.put("line", act.place().start().line());
    json.put("sql", act.place().text());
    json.put("locks", act.locks().stream().map(ImpactJson::lock).toList());
    Map<String, Object> work = new LinkedHashMap<>();
    work.put("kind", Json.word(act.effects().work().kind()));
    work.put("onRows", act.effects().work().readsTables() && !act.idle());
    work.put("tables", names(act.effects().work().tables()));
    work.put("scanned", names(act.effects().work().scanned()));
    work.put("rebuiltIndexes", act.effects().work().rebuilt().stream().map(i -> i.schema() + "." + i.name()).toList());
    act.effects().unseen().ifPresent(unseen -> work.put("dependsOn", unseen));
    json.put("work", work);
    act.effects().failure().ifPresent(failure -> json.put("failsWhen", failure.when()));
    json.put("source", act.effects().source());
    seconds(json, act.duration());
    return json;
  }

  private static Map<String, Object> lock(Impact.Locked lock) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("table", name(lock.table()));
    json.put("mode", lock.mode().sql());
    json.put("new", lock.fresh());
    json.put("blocks", blocks(lock.mode()));
    return json;
  }

  private static Map<String, Object> held(Impact.Held held) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("table", name(held.table()));
    json.put("taken", held.steps().stream().map(step -> {
      Map<String, Object> taken = new LinkedHashMap<>();
      taken.put("statement", step.number());
      taken.put("mode", step.mode().sql());
      return taken;
    }).toList());
    json.put("blocks", blocks(held.strongest()));
    seconds(json, held.duration());
    return json;
  }

  private static List<String> blocks(LockMode mode) {
    return ImpactWords.blocked(mode);
  }

  private static void seconds(Map<String, Object> json, Optional<Duration> duration) {
    duration.ifPresent(d -> json.put("seconds", Math.round(d.toMillis() / 100.0) / 10.0));
  }

  private static List<String> names(List<Table> tables) {
    return tables.stream().map(ImpactJson::name).toList();
  }

  private static String name(Table table) {
    return table.schema() + "." + table.name();
  }
}
