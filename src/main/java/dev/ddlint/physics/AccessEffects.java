package dev.ddlint.physics;

import static dev.ddlint.physics.LockMode.ACCESS_EXCLUSIVE;
import static dev.ddlint.physics.LockMode.ACCESS_SHARE;

import dev.ddlint.catalog.Change.PolicyCreated;
import dev.ddlint.catalog.Change.PrivilegesChanged;
import dev.ddlint.ir.Expression;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may see what (physics: create_policy, grant). */
final class AccessEffects {
  private static final int GRANT_LOCKS_SINCE = 18;

  private AccessEffects() {}

  /** The tables that a policy's subqueries read are looked up. */
  static Effects policyCreated(PolicyCreated change, Moment moment) {
    Tally tally = new Tally(moment, "physics: create_policy");
    subqueries(tally, moment, change.policy().using(), change.policy().withCheck());
    return tally.lock(ACCESS_EXCLUSIVE, change.table()).effects();
  }

  static void subqueries(Tally tally, Moment moment, Optional<Expression> using, Optional<Expression> withCheck) {
    Stream.concat(using.stream(), withCheck.stream()).map(Expression::text)
        .forEach(text -> tally.lock(ACCESS_SHARE, RelationsRead.in(text, moment)));
  }

  static Effects privilegesChanged(PrivilegesChanged change, Moment moment) {
    Tally tally = new Tally(moment, "physics: grant");
    if (moment.version() >= GRANT_LOCKS_SINCE) {
      change.table().ifPresent(table -> tally.lock(ACCESS_SHARE, table));
    }
    return tally.effects();
  }
}
