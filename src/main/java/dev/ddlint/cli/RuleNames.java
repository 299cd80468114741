package dev.ddlint.cli;

import dev.ddlint.rule.RuleIndex;
import java.util.ArrayList;
import java.util.List;

/** Finds rules by what people type: an id or an alias. */
final class RuleNames {
  private final RuleIndex index;

  RuleNames(RuleIndex index) {
    this.index = index;
  }

  /** The rules that are meant, at least one. */
  List<RuleIndex.Entry> find(String typed) {
    List<RuleIndex.Entry> found = index.byId(typed).map(List::of).orElseGet(() -> index.byAlias(typed));
    if (found.isEmpty()) {
      throw new UsageError("no rule is named `" + typed + "`" + Nearest.hint(typed, names())
          + " (all rules: ddlint rules)");
    }
    return found;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (RuleIndex.Entry rule : index.all()) {
      names.add(rule.id());
      names.addAll(rule.aliases());
    }
    return names;
  }
}
