package dev.ddlint.rule.indexes;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Change.IndexBuilt;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import dev.ddlint.text.Place;

/** An index on a table in use that shares its migration with other changes. */
@Rule("index-beside-other-changes")
@Concerns(Effect.RUN)
public final class IndexBesideOtherChanges implements ChangeRule<IndexBuilt> {

  @Override
  public void check(IndexBuilt built, Context at, Findings findings) {
    boolean refused = built.statement().concurrently()
        && at.transaction().answer() == Context.Reach.Answer.INSIDE;
    if (at.isNew(built.table()) || refused) {
      return;
    }
    at.migration().stream().filter(IndexBesideOtherChanges::isOther).findFirst().ifPresent(other -> findings
        .report(built.span()).about(Subject.of(built.index()))
        .says("`%s` and other changes succeed or fail together: an index is built alone", built.index().name())
        .related(new Place(at.file(), other.span()), "this has no need to wait for the index")
        .fact("why", "a build that takes long, or fails, holds up or takes back what stands beside it"));
  }

  private static boolean isOther(Change change) {
    return switch (change) {
      case IndexBuilt c -> false;
      case Change.IndexDropped c -> false;
      case Change.TableSettingChanged c -> false;
      case Change.TableMaintained c -> false;
      case Change.KeyAdded c -> !c.usingIndex();
      default -> true;
    };
  }
}
