package dev.ddlint.rule.locks;

import dev.ddlint.finding.Advice;
import dev.ddlint.ir.LockTable;
import dev.ddlint.physics.Lock;
import dev.ddlint.physics.LockMode;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Day;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.MigrationRule;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Step;
import dev.ddlint.rule.Subject;
import java.util.List;
import java.util.Optional;

/** A strong lock on a table in use is waited for without end, and everybody else waits behind it. */
@Rule("missing-lock-timeout")
@Concerns(Effect.SCHEMA_STATE)
public final class MissingLockTimeout implements MigrationRule {
  private static final String SETTING = "lock_timeout";

  @Override
  public void check(Day day, Findings findings) {
    if (isSet(Optional.ofNullable(day.settings().session().get(SETTING)))) {
      return;
    }
    for (Step step : day.steps()) {
      boolean patient = !isSet(step.before().session().setting(SETTING))
          && !(step.statement() instanceof LockTable lock && lock.nowait());
      Optional<Lock> strong = patient
          ? step.effects().locks().stream().filter(lock -> isStrong(lock, step)).findFirst()
          : Optional.empty();
      if (strong.isPresent()) {
        report(step, strong.get(), day, findings);
        return;
      }
    }
  }

  private static boolean isSet(Optional<String> timeout) {
    return timeout.filter(value -> !value.chars().allMatch(c -> c == '0' || Character.isLetter(c))).isPresent();
  }

  private static boolean isStrong(Lock lock, Step step) {
    return lock.mode().compareTo(LockMode.SHARE_ROW_EXCLUSIVE) >= 0 && !step.before().isEmptyOrPrivate(lock.table());
  }

  private static void report(Step step, Lock lock, Day day, Findings findings) {
    boolean inside = step.transaction().answer() == Context.Reach.Answer.INSIDE;
    findings.report(step.statement().span()).about(Subject.of(lock.table()))
        .says("waiting for its lock on `%s` without lock_timeout, this holds up everybody who comes after",
            lock.table().displayName())
        .effects(step.effects())
        .instead(new Advice(Advice.Kind.SAME_END, List.of(new Advice.Step("in this migration",
            List.of((inside ? "SET LOCAL" : "SET") + " lock_timeout = '2s';   -- run it again when it fails",
                step.statement().span().of(day.file().text()) + ";")))));
  }
}
