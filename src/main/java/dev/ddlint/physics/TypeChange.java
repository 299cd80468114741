package dev.ddlint.physics;

import dev.ddlint.physics.Effects.DataFailure;
import java.util.Optional;

/**
 * What it costs to give a column another type, and what it does to the values (manual, ALTER TABLE, notes;
 * {@code ATColumnChangeRequiresRewrite} and {@code CheckIndexCompatible} in PostgreSQL's source; physics: type_*).
 *
 * @param unseen what the cost depends on that the history does not tell
 * @param failure how a value can refuse the new type
 * @param loss what a value silently loses; completes "loses ..."
 */
public record TypeChange(Cost cost, Optional<String> unseen, Optional<DataFailure> failure, Optional<String> loss) {

  /** Least first. */
  public enum Cost {
    /** Only the catalog changes. */
    FREE,
    /** The values stay, but they sort otherwise: indexes on the column are built again. */
    REBUILDS_INDEXES,
    /** It is free or a rewrite: {@link #unseen} says what decides. */
    UNKNOWN, REWRITES
  }

  static TypeChange of(Cost cost) {
    return new TypeChange(cost, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static TypeChange free() {
    return of(Cost.FREE);
  }

  static TypeChange rebuildsIndexes() {
    return of(Cost.REBUILDS_INDEXES);
  }

  static TypeChange rewrites() {
    return of(Cost.REWRITES);
  }

  static TypeChange unknown(String unseen) {
    return new TypeChange(Cost.UNKNOWN, Optional.of(unseen), Optional.empty(), Optional.empty());
  }

  TypeChange failsWhen(String sqlState, String when) {
    return new TypeChange(cost, unseen, Optional.of(new DataFailure(sqlState, when)), loss);
  }

  TypeChange loses(String what) {
    return new TypeChange(cost, unseen, failure, Optional.of(what));
  }

  TypeChange neverFails() {
    return new TypeChange(cost, unseen, Optional.empty(), loss);
  }

  TypeChange atLeast(Cost least) {
    boolean more = cost.compareTo(least) >= 0;
    return more ? this : new TypeChange(least, unseen, failure, loss);
  }

  /** One cast after another. */
  TypeChange then(TypeChange next) {
    Cost worst = cost.compareTo(next.cost) >= 0 ? cost : next.cost;
    return new TypeChange(worst, worst == Cost.UNKNOWN ? unseen.or(next::unseen) : Optional.empty(),
        failure.or(next::failure), loss.or(next::loss));
  }
}
