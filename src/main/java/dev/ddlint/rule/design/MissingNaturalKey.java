package dev.ddlint.rule.design;

import dev.ddlint.catalog.NameWords;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.OwnColumn;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import java.util.List;
import java.util.Set;

/** A column that names a thing for people, and two things can have the same. */
@Rule("missing-natural-key")
@Concerns(Effect.SCHEMA_STATE)
public final class MissingNaturalKey implements SchemaRule {
  /** What tells things apart wherever it stands. */
  private static final Set<String> NAMES = Set.of("slug", "sku", "isbn", "iban", "handle", "vin");

  /** Whose email or user name tells them apart; a message or an invitation may repeat one. */
  private static final Set<String> PEOPLE = Set.of("user", "account", "customer", "person", "admin", "subscriber",
      "email", "employee");

  @Override
  public void check(Schema schema, Findings findings) {
    OwnColumn.of(schema).stream().filter(own -> own.isText() && isName(own) && !isUnique(own)
        && !Journals.holds(own.table()) && !schema.catalog().isUncertain(own.table()))
        .forEach(own -> report(own, findings));
  }

  private static boolean isName(OwnColumn own) {
    List<String> words = own.words();
    if (words.size() != 1) {
      return false;
    }
    List<String> table = NameWords.singular(own.table().name());
    boolean person = !table.isEmpty() && PEOPLE.contains(table.getLast());
    return NAMES.contains(words.get(0)) || (words.get(0).equals("email") || words.get(0).equals("username")) && person;
  }

  /** Alone, with others (a slug is unique within its tenant), or by an expression such as {@code lower(email)}. */
  private static boolean isUnique(OwnColumn own) {
    return new UniqueIndexes(own.schema().catalog(), own.table()).all()
        .anyMatch(index -> index.uses(own.column().number()));
  }

  private static void report(OwnColumn own, Findings findings) {
    own.report(findings).says("two rows of `%s` can have the same `%s`: no unique key holds it",
        own.table().displayName(), own.column().name())
        .fact("use", own.schema().isPrisma()
            ? "`@unique`, or `@@unique([...])` with the tenant"
            : "a unique index, with the tenant where there is one");
  }
}
