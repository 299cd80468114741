package dev.ddlint.catalog;

import dev.ddlint.ir.DoBlock;
import dev.ddlint.ir.DoBlock.Condition;
import dev.ddlint.ir.DoBlock.Embedded;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Applies the statements of a DO block. The usual path is taken: what a condition guards is done, what a handler does is
 * not. Tables that a condition or dynamic SQL may have changed are uncertain afterwards.
 */
final class BlockFold {
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

  private final Draft draft;
  private final Fold fold;

  BlockFold(Draft draft, Fold fold) {
    this.draft = draft;
    this.fold = fold;
  }

  void apply(DoBlock block, String text) {
    for (Embedded embedded : block.statements()) {
      if (embedded.condition() != Condition.HANDLER) {
        int before = draft.changes().size();
        draft.conditional(embedded.condition() != Condition.ALWAYS);
        fold.dispatch(embedded.statement());
        draft.conditional(false);
        if (embedded.condition() == Condition.CONDITIONAL) {
          markUncertain(draft.changes().subList(before, draft.changes().size()));
        }
      }
    }
    if (!block.dynamic().isEmpty()) {
      unread(block.span(), text);
    }
  }

  private void markUncertain(List<Change> changes) {
    for (Change change : changes) {
      if (change instanceof Change.OfTable ofTable && draft.catalog().table(ofTable.table().id()).isPresent()) {
        draft.contents().markUncertain(ofTable.table().id());
      }
    }
  }

  /** Dynamic SQL, or a statement that is not understood, can touch any table that it names, in whatever way. */
  void unread(Span span, String text) {
    draft.contents().markOpaque();
    named(span, text).forEach(table -> {
      draft.contents().markUnread(table);
      draft.contents().markUncertain(table.id());
    });
  }

  private List<Table> named(Span span, String text) {
    Matcher matcher = WORD.matcher(span.of(text));
    List<Table> named = new ArrayList<>();
    while (matcher.find()) {
      for (String schema : draft.catalog().schemas()) {
        draft.catalog().table(schema, matcher.group()).ifPresent(named::add);
      }
    }
    return named;
  }
}
