package dev.ddlint.report;

import dev.ddlint.engine.Impact;
import dev.ddlint.engine.Impact.Act;
import dev.ddlint.engine.Impact.Held;
import dev.ddlint.engine.Impact.Reach;
import dev.ddlint.engine.Impact.Unit;
import dev.ddlint.physics.LockMode;
import java.util.List;
import java.util.Optional;

/** What migrations lock and do, for people: each statement, then how the locks pile up until the transaction ends. */
public final class ImpactReport {
  /** More statements than this make no picture. */
  private static final int COLUMNS = 40;

  private final Style style;
  /** Without sizes a time says nothing. */
  private final boolean timed;
  private final StringBuilder out = new StringBuilder();

  /** @param timed whether sizes of tables are known */
  public ImpactReport(Style style, boolean timed) {
    this.style = style;
    this.timed = timed;
  }

  public String render(List<Impact> impacts) {
    for (Impact impact : impacts) {
      out.append(out.isEmpty() ? "" : "\n").append(style.bold(impact.migration().shownPath())).append('\n');
      impact.units().forEach(this::unit);
      if (impact.units().isEmpty()) {
        out.append("  holds no statement\n");
      }
    }
    return out.toString();
  }

  private void unit(Unit unit) {
    out.append('\n').append("  ").append(style.dim(switch (unit.reach()) {
      case TRANSACTION -> "one transaction: " + unit.because();
      case STATEMENT -> "on its own: " + unit.because();
      case UNKNOWN -> "on its own, or in a transaction: " + unit.because();
    })).append('\n');
    unit.acts().forEach(act -> act(unit, act));
    if (!unit.held().isEmpty() && unit.acts().size() > 1) {
      timeline(unit);
    }
  }

  private void act(Unit unit, Act act) {
    out.append("    ").append(style.frame(act.number() + "")).append("  line ").append(act.place().start().line())
        .append("  ").append(ImpactWords.statement(act)).append('\n');
    List<Impact.Locked> old = act.locks().stream().filter(lock -> !lock.fresh()).toList();
    fact("locks", old.isEmpty()
        ? "nothing that others use"
        : ImpactWords.locks(old) + " until " + end(unit));
    strongest(old).ifPresent(mode -> fact("blocks", ImpactWords.blocks(mode)));
    boolean reads = act.effects().work().readsTables();
    String time = timed && reads && !act.idle() ? ", " + ImpactWords.time(act.duration()) : "";
    fact("work", ImpactWords.work(act.effects()) + (reads && act.idle() ? ", still without rows" : time));
    act.effects().failure().filter(failure -> !act.idle() || !reads)
        .ifPresent(failure -> fact("fails", "when " + failure.when()));
  }

  private static Optional<LockMode> strongest(List<Impact.Locked> locks) {
    return locks.stream().map(Impact.Locked::mode).reduce(LockMode::strongest);
  }

  private static String end(Unit unit) {
    return switch (unit.reach()) {
      case TRANSACTION -> unit.acts().size() > 1 ? "the transaction ends" : "the statement ends";
      case STATEMENT -> "the statement ends";
      case UNKNOWN -> "the statement or its transaction ends";
    };
  }

  private void fact(String label, String text) {
    out.append("       ").append(style.dim(label + " ".repeat(8 - label.length()))).append(text).append('\n');
  }

  private void timeline(Unit unit) {
    int width = unit.held().stream().mapToInt(h -> h.table().displayName().length()).max().orElse(0);
    out.append("    ").append(style.dim(unit.acts().size() > COLUMNS
        ? "held until the transaction ends"
        : "held until the transaction ends, statement by statement (# nothing goes, = reads go, - reads and writes go)"))
        .append('\n');
    for (Held held : unit.held()) {
      String name = held.table().displayName();
      out.append("       ").append(name).append(" ".repeat(width - name.length() + 2)).append(picture(unit, held))
          .append(from(unit, held)).append('\n');
    }
  }

  private static String picture(Unit unit, Held held) {
    if (unit.acts().size() > COLUMNS) {
      return "";
    }
    StringBuilder line = new StringBuilder();
    unit.acts().forEach(act -> line.append(held.during(act.number()).map(ImpactReport::sign).orElse(".")));
    return line.append("  ").toString();
  }

  private static String sign(LockMode mode) {
    return mode.blocksReads() ? "#" : mode.blocksWrites() ? "=" : "-";
  }

  private String from(Unit unit, Held held) {
    LockMode mode = held.strongest();
    int number = held.steps().getLast().number();
    boolean waits = timed && mode.blocksWrites() && unit.reach() == Reach.TRANSACTION;
    return mode.sql() + " from " + number + " on"
        + (waits
            ? "; " + (mode.blocksReads() ? "reads and writes" : "writes") + " wait "
                + ImpactWords.time(held.duration())
            : "");
  }
}
