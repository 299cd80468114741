package dev.ddlint.physics;

import dev.ddlint.catalog.Table;
import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.Rename;
import dev.ddlint.ir.TableAction;
import dev.ddlint.physics.Words.Word;
import dev.ddlint.physics.Work.Kind;
import java.util.List;

/** Tables made {@code OF} a composite type follow its attributes (manual, ALTER TYPE; physics: typed_type_*). */
final class TypedTables {
  private final Moment moment;

  TypedTables(Moment moment) {
    this.moment = moment;
  }

  void follow(Tally tally, AlterTable statement) {
    for (Table table : moment.catalog().tables().values()) {
      if (isOf(table, statement.name().name())) {
        tally.lock(LockMode.ACCESS_EXCLUSIVE, table);
        if (statement.actions().stream().anyMatch(TableAction.ChangeType.class::isInstance)) {
          tally.work(Kind.REWRITE, table).dependsOn("the attribute's old type, which the catalog does not keep");
        }
      }
    }
  }

  /** A new name of an attribute is a new name of each column. */
  void renamed(Tally tally, Rename statement) {
    moment.catalog().tables().values().stream().filter(table -> isOf(table, statement.object().name()))
        .forEach(table -> tally.lock(LockMode.ACCESS_EXCLUSIVE, table));
  }

  /** From the statement that made the table. */
  private static boolean isOf(Table table, String type) {
    if (table.kind() != Table.Kind.ORDINARY || table.isComplete()) {
      return false;
    }
    List<Word> words = Words.of(table.origin().place().text());
    for (int i = 0; i + 1 < words.size() && !words.get(i).is("("); i++) {
      if (words.get(i).is("of")) {
        boolean qualified = i + 3 < words.size() && words.get(i + 2).is(".");
        return words.get(qualified ? i + 3 : i + 1).text().equals(type);
      }
    }
    return false;
  }
}
