package dev.ddlint.rule.design;

import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.OwnColumn;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import java.util.Locale;

/** serial, an integer with a sequence that anybody may forget. */
@Rule("serial-column")
@Concerns(Effect.SCHEMA_STATE)
public final class SerialColumn implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    OwnColumn.ofAny(schema).stream().filter(SerialColumn::isSerial)
        .forEach(own -> report(own, findings));
  }

  private static void report(OwnColumn own, Findings findings) {
    own.reportType(findings)
        .says("`%s` takes its numbers from a sequence that is a thing of its own", own.path())
        .fact("why",
            "rights on the table do not reach it, and an INSERT with a number of its own makes a later one fail")
        .fact("use", own.schema().isPrisma()
            ? "`%s BigInt @id @default(autoincrement())`, and GENERATED AS IDENTITY in the migration"
            : "`%s bigint GENERATED ALWAYS AS IDENTITY`", own.written());
  }

  /** As it was written: to the catalog serial is an integer with a default. */
  private static boolean isSerial(OwnColumn own) {
    return own.isInteger() && !own.column().generation().isIdentity()
        && own.column().defaultValue().filter(value -> value.functions().contains("nextval")).isPresent()
        && isWritten(own);
  }

  private static boolean isWritten(OwnColumn own) {
    return own.schema().isPrisma()
        || own.column().typed().place().text().toLowerCase(Locale.ROOT).contains("serial");
  }
}
