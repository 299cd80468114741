package dev.ddlint.engine;

import dev.ddlint.catalog.ObjectId;
import dev.ddlint.engine.Impact.Act;
import dev.ddlint.engine.Impact.Held;
import dev.ddlint.engine.Impact.Locked;
import dev.ddlint.engine.Impact.Reach;
import dev.ddlint.engine.Impact.Taken;
import dev.ddlint.engine.Impact.Unit;
import dev.ddlint.ir.Transaction;
import dev.ddlint.physics.Effects;
import dev.ddlint.physics.Statistics;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Day;
import dev.ddlint.rule.Step;
import dev.ddlint.text.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows a migration's statements and the locks that pile up until a transaction ends. */
final class Timeline {
  private final Day day;
  private final Statistics statistics;
  private final List<Unit> units = new ArrayList<>();
  private List<Act> acts = new ArrayList<>();
  private Reach reach = Reach.STATEMENT;
  private String because = "";
  private int part = -1;
  private int number;

  private Timeline(Day day) {
    this.day = day;
    this.statistics = day.settings().statistics();
  }

  static Impact of(Day day) {
    Timeline timeline = new Timeline(day);
    day.steps().forEach(timeline::add);
    timeline.close();
    return new Impact(day.migration(), day.project().layout().title(), List.copyOf(timeline.units),
        Touches.of(day, timeline.units));
  }

  private void add(Step step) {
    Context.Reach transaction = step.transaction();
    Reach now = switch (transaction.answer()) {
      case INSIDE -> Reach.TRANSACTION;
      case OUTSIDE -> Reach.STATEMENT;
      case UNKNOWN -> Reach.UNKNOWN;
    };
    boolean goesOn = now == Reach.TRANSACTION && reach == now && part == step.part()
        && because.equals(transaction.reason());
    if (!goesOn) {
      close();
    }
    reach = now;
    because = transaction.reason();
    part = step.part();
    // What only opens or ends a transaction is told by the unit itself.
    if (!(step.statement() instanceof Transaction)) {
      acts.add(act(step));
    } else if (step.before().inTransaction() && !step.after().inTransaction()) {
      close();
    }
  }

  private Act act(Step step) {
    Effects effects = step.effects();
    List<Locked> locks = effects.locks().stream()
        .map(lock -> new Locked(lock.table(), lock.mode(), step.before().isNew(lock.table()))).toList();
    return new Act(++number, new Place(day.file(), step.statement().span()), locks, effects,
        isEmpty(step, effects), duration(step, effects));
  }

  private Optional<Duration> duration(Step step, Effects effects) {
    return statistics.speed().of(effects.work(), statistics, step.before()::isEmptyOrPrivate,
        step.before().catalog());
  }

  /** Nothing has to be read of a table that the migration has just made. */
  private static boolean isEmpty(Step step, Effects effects) {
    return effects.work().readWhole().stream().allMatch(step.before()::isEmptyOrPrivate);
  }

  private void close() {
    if (!acts.isEmpty()) {
      units.add(new Unit(reach, because, List.copyOf(acts), held()));
      acts = new ArrayList<>();
    }
    part = -1;
  }

  private List<Held> held() {
    Map<ObjectId, Held> held = new LinkedHashMap<>();
    for (Act act : acts) {
      for (Locked locked : act.locks()) {
        if (!locked.fresh()) {
          held.merge(locked.table().id(),
              new Held(locked.table(), List.of(new Taken(act.number(), locked.mode())), Optional.empty()),
              Timeline::stronger);
        }
      }
    }
    return held.values().stream().map(h -> new Held(h.table(), h.steps(), blocked(h.steps()))).toList();
  }

  /** What is held after another lock on the same table. */
  private static Held stronger(Held before, Held more) {
    if (before.strongest().compareTo(more.strongest()) >= 0) {
      return before;
    }
    List<Taken> steps = new ArrayList<>(before.steps());
    steps.addAll(more.steps());
    return new Held(before.table(), List.copyOf(steps), before.duration());
  }

  /** How long reads or writes wait: from the first lock that stops writes to the end. */
  private Optional<Duration> blocked(List<Taken> steps) {
    Optional<Taken> first = steps.stream().filter(step -> step.mode().blocksWrites()).findFirst();
    if (first.isEmpty() || acts.stream().anyMatch(a -> a.number() >= first.get().number() && a.duration().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(acts.stream().filter(act -> act.number() >= first.get().number())
        .map(act -> act.duration().orElse(Duration.ZERO)).reduce(Duration.ZERO, Duration::plus));
  }
}
