package dev.ddlint.physics;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.State;
import dev.ddlint.ir.Statement;
import java.util.List;
import java.util.Optional;

public final class Physics {
  private Physics() {}

  public static Physics of(int version, Optional<String> zone) {
    return new Physics();
  }

  public Effects effects(Change change, State before, Statement statement) {
    return new Effects(List.of(), Work.CATALOG_ONLY, Effects.Certainty.KNOWN, Optional.empty(),
        Effects.TransactionRule.ALLOWED, "");
  }

  public static boolean forbiddenInTransaction(Statement statement) {
    return false;
  }
}
