package dev.ddlint.rule.design;

import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.OwnColumn;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import java.util.List;
import java.util.Set;

/** A date or a time kept as text. */
@Rule("string-date-column")
@Concerns(Effect.SCHEMA_STATE)
public final class StringDateColumn implements SchemaRule {
  /** What is a moment or a day when a name ends in it. */
  private static final Set<String> DAYS = Set.of("date", "birthday", "birthdate", "dob");
  private static final Set<String> MOMENTS = Set.of("datetime", "timestamp");

  /** With one of these it is something about a date. */
  private static final Set<String> ABOUT = Set.of("format", "pattern", "zone", "range", "label", "text", "string",
      "display", "raw", "name", "key", "approximate", "partial", "original");

  /** Words before {@code at} that no event ends in. */
  private static final Set<String> PLACES = Set.of("look", "work", "lives", "works", "is", "what", "points", "point");

  @Override
  public void check(Schema schema, Findings findings) {
    OwnColumn.ofAny(schema).stream().filter(own -> own.isText() && !isAbout(own.words()))
        .forEach(own -> check(own, findings));
  }

  private static boolean isAbout(List<String> words) {
    return words.isEmpty() || words.stream().anyMatch(ABOUT::contains);
  }

  private static void check(OwnColumn own, Findings findings) {
    String last = own.words().getLast();
    if (DAYS.contains(last)) {
      report(own, "date", "DateTime @db.Date", findings);
    } else if (MOMENTS.contains(last) || isEvent(own.words())) {
      report(own, "timestamptz", "DateTime @db.Timestamptz(3)", findings);
    }
  }

  /** {@code created_at}, {@code sent_at}, {@code expires_at}. */
  private static boolean isEvent(List<String> words) {
    int size = words.size();
    return size > 1 && words.getLast().equals("at") && words.get(size - 2).length() > 2
        && !PLACES.contains(words.get(size - 2));
  }

  private static void report(OwnColumn own, String type, String field, Findings findings) {
    own.report(findings)
        .says("`%s` is a date in text: it sorts and compares as letters, and takes any value", own.path())
        .fact("use", "`%s %s`", own.written(), own.schema().isPrisma() ? field : type);
  }
}
