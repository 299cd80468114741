package dev.ddlint.rule.design;

import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.OwnColumn;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.TakesIn;
import java.util.List;
import java.util.Set;

/** Several values in one text. */
@Rule("comma-list-column")
@Concerns(Effect.SCHEMA_STATE)
@TakesIn({"varchar-255", "char-column"})
public final class CommaListColumn implements SchemaRule {
  /** Several of something when a name ends in it. */
  private static final Set<String> LISTS = Set.of("ids", "tags", "emails", "urls", "uris", "roles", "permissions",
      "scopes", "categories", "keywords", "recipients", "domains", "labels", "features");

  /** With one of these it is a text about them. */
  private static final Set<String> TEXTS = Set.of("hash", "json", "xml", "query", "description", "text", "encrypted",
      "template");

  @Override
  public void check(Schema schema, Findings findings) {
    OwnColumn.ofAny(schema).stream().filter(CommaListColumn::isList)
        .forEach(own -> report(own, findings));
  }

  private static void report(OwnColumn own, Findings findings) {
    own.reportType(findings)
        .says("`%s` packs several values into one text: no foreign key, no index and no count sees them", own.path())
        .fact("use", own.schema().isPrisma()
            ? "a relation to a model of its own, or `%s String[]` with a Gin index"
            : "a table of its own, or `%s text[]` with a GIN index", own.written());
  }

  private static boolean isList(OwnColumn own) {
    List<String> words = own.words();
    boolean named = !words.isEmpty() && (LISTS.contains(words.getLast()) || words.size() > 1 && endsInList(words));
    return named && own.isText() && words.stream().noneMatch(TEXTS::contains);
  }

  private static boolean endsInList(List<String> words) {
    return words.getLast().equals("list") || words.getLast().equals("csv");
  }
}
