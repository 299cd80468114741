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

/** References in an array, which nothing keeps. */
@Rule("array-of-ids")
@Concerns(Effect.SCHEMA_STATE)
public final class ArrayOfIds implements SchemaRule {
  private static final Set<String> FOREIGN = Set.of("external", "remote", "trace", "span", "message", "request",
      "client",
      "aud", "legacy");

  @Override
  public void check(Schema schema, Findings findings) {
    OwnColumn.ofAny(schema).stream().filter(ArrayOfIds::isIds)
        .forEach(own -> report(own, findings));
  }

  private static void report(OwnColumn own, Findings findings) {
    own.reportType(findings)
        .says("`%s` refers to rows that nothing keeps: an array takes no foreign key", own.path())
        .fact("use", own.schema().isPrisma()
            ? "a relation of lists, or a model between both, in place of `%s`"
            : "a table with two foreign keys in place of `%s`", own.written());
  }

  /** {@code user_ids}; numbers of other systems are no rows of this one. */
  private static boolean isIds(OwnColumn own) {
    List<String> words = own.words();
    boolean array = own.column().type().filter(type -> type.isArray()).isPresent();
    return array && words.size() > 1 && words.getLast().equals("ids") && words.stream().noneMatch(FOREIGN::contains);
  }
}
