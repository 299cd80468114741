package dev.ddlint.physics;

import static dev.ddlint.physics.LockMode.ACCESS_EXCLUSIVE;
import static dev.ddlint.physics.LockMode.ACCESS_SHARE;
import static dev.ddlint.physics.LockMode.ROW_EXCLUSIVE;
import static dev.ddlint.physics.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.ddlint.ir.CreateTrigger;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.OtherStatement;
import dev.ddlint.physics.Words.Word;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements that the catalog does not follow, but that lock tables (physics: rule_*, publication_*, statistics_create). */
final class OtherEffects {
  private final Moment moment;

  OtherEffects(Moment moment) {
    this.moment = moment;
  }

  void of(Tally tally, OtherStatement statement) {
    List<Word> words = Words.of(statement.text().text());
    if (begins(words, "create", "rule") || begins(words, "create", "or", "replace", "rule")) {
      after(tally, ACCESS_EXCLUSIVE, words, "to");
      after(tally, ROW_EXCLUSIVE, words, "into");
      tally.lock(ACCESS_SHARE, RelationsRead.in(statement.text().text(), moment));
    } else if (begins(words, "create", "publication") || begins(words, "alter", "publication")) {
      after(tally, SHARE_UPDATE_EXCLUSIVE, words, "table");
    } else if (begins(words, "create", "statistics")) {
      after(tally, SHARE_UPDATE_EXCLUSIVE, words, "from");
    }
  }

  /** A constraint trigger may name a second table. */
  void trigger(Tally tally, CreateTrigger statement) {
    after(tally, ACCESS_SHARE, Words.of(statement.definition().text()), "from");
  }

  private static boolean begins(List<Word> words, String... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= words.size() || !words.get(i).is(start[i])) {
        return false;
      }
    }
    return true;
  }

  /** The relations in the list behind the first such word. */
  private void after(Tally tally, LockMode mode, List<Word> words, String keyword) {
    int at = 0;
    while (at < words.size() && !words.get(at).is(keyword)) {
      at++;
    }
    do {
      List<String> path = new ArrayList<>();
      at += at + 1 < words.size() && words.get(at + 1).is("only") ? 2 : 1;
      while (at < words.size() && words.get(at).isName()) {
        path.add(words.get(at).text());
        at += at + 1 < words.size() && words.get(at + 1).is(".") ? 2 : 1;
        if (at > 1 && !words.get(at - 1).is(".")) {
          break;
        }
      }
      if (!path.isEmpty()) {
        relation(path).ifPresent(table -> tally.lock(mode, table));
      }
    } while (at < words.size() && words.get(at).is(","));
  }

  private Optional<dev.ddlint.catalog.Table> relation(List<String> path) {
    int last = path.size() - 1;
    Optional<String> schema = last > 0 ? Optional.of(path.get(last - 1)) : Optional.empty();
    return moment.resolve(new ObjectName(schema, path.get(last), Span.NONE));
  }
}
