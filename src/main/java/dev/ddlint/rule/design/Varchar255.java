package dev.ddlint.rule.design;

import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.OwnColumn;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import java.util.List;

/** A length of 255 that nobody chose. */
@Rule("varchar-255")
@Concerns(Effect.SCHEMA_STATE)
public final class Varchar255 implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    OwnColumn.ofAny(schema).stream().filter(Varchar255::isHabit)
        .forEach(own -> report(own, findings));
  }

  private static void report(OwnColumn own, Findings findings) {
    own.reportType(findings)
        .says("`%s` refuses what is longer than 255, a limit from another database", own.path())
        .fact("use", own.schema().isPrisma()
            ? "`%s String`; a limit that the product has belongs here with its own number"
            : "`%s text`; a limit that the product has belongs into a CHECK", own.written());
  }

  private static boolean isHabit(OwnColumn own) {
    return own.is("varchar") && own.column().type().filter(type -> type.modifiers().equals(List.of("255"))).isPresent();
  }
}
