package dev.ddlint.rule.design;

import dev.ddlint.catalog.Constraint;
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

/** A state as free text: nothing says which values there are. */
@Rule("string-enum-column")
@Concerns(Effect.SCHEMA_STATE)
@TakesIn({"varchar-255", "char-column"})
public final class StringEnumColumn implements SchemaRule {
  /** What has few values when a name ends in it. */
  private static final Set<String> STATES = Set.of("status", "state", "type", "role", "kind", "action", "severity",
      "priority", "level", "category", "gender", "visibility", "phase", "stage", "mode");

  /** With one of these anybody chooses the values. */
  private static final Set<String> OPEN = Set.of("content", "mime", "media", "file", "token", "data", "external",
      "provider", "event", "payload", "output", "input", "address", "billing", "shipping", "raw", "custom", "oauth",
      "user");

  @Override
  public void check(Schema schema, Findings findings) {
    OwnColumn.of(schema).stream().filter(StringEnumColumn::isFree)
        .forEach(own -> report(own, findings));
  }

  private static void report(OwnColumn own, Findings findings) {
    own.reportType(findings)
        .says("`%s` takes any text: nothing says which values it has", own.path())
        .fact("use", own.schema().isPrisma()
            ? "an enum: `enum %s { ... }`"
            : "a CHECK (... IN (...)), which is changed without a rewrite, or an enum type, for `%s`",
            own.schema().isPrisma() ? typeName(own) : own.written());
  }

  /** Text without a CHECK, a foreign key or a key of its own; of a pair of type and id another rule speaks. */
  private static boolean isFree(OwnColumn own) {
    List<String> words = own.words();
    boolean named = !words.isEmpty() && STATES.contains(words.getLast()) && words.stream().noneMatch(OPEN::contains);
    return named && own.isText() && own.table().constraints().stream().noneMatch(c -> settles(c, own));
  }

  private static boolean settles(Constraint constraint, OwnColumn own) {
    boolean over = constraint.columns().contains(own.column().number());
    return over && (!(constraint instanceof Constraint.Key) || constraint.columns().size() == 1);
  }

  private static String typeName(OwnColumn own) {
    StringBuilder name = new StringBuilder();
    own.words().forEach(word -> name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1)));
    return name.toString();
  }
}
