package dev.ddlint.rule.design;

import dev.ddlint.catalog.Constraint;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.OwnColumn;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import java.util.List;
import java.util.Optional;

/** A primary key that counts up in an integer of four bytes or two. */
@Rule("small-integer-primary-key")
@Concerns(Effect.SCHEMA_STATE)
public final class SmallIntegerPrimaryKey implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    OwnColumn.of(schema).stream().filter(SmallIntegerPrimaryKey::isKey)
        .forEach(column -> report(column, findings));
  }

  private static boolean isKey(OwnColumn own) {
    Optional<Constraint.Key> key = own.table().primaryKey();
    boolean alone = key.filter(k -> k.columns().equals(List.of(own.column().number()))).isPresent();
    return alone && isCounted(own) && (own.is("int4") || own.is("int2"));
  }

  /** A key that people choose, such as a year or a code, does not run out. */
  private static boolean isCounted(OwnColumn own) {
    return own.column().generation().isIdentity()
        || own.column().defaultValue().filter(value -> value.functions().contains("nextval")).isPresent();
  }

  private static void report(OwnColumn own, Findings findings) {
    boolean tiny = own.is("int2");
    own.report(findings)
        .says("`%s` runs out after %s rows ever inserted", own.path(), tiny ? "32,767" : "2,147,483,647")
        .fact("why",
            "failed inserts and upserts use numbers up too, and changing the type later rewrites this table and"
                + " each that refers to it")
        .fact("use", own.schema().isPrisma()
            ? "`" + own.written() + " BigInt @id @default(autoincrement())`"
            : "`" + own.written() + " bigint GENERATED ALWAYS AS IDENTITY`");
  }
}
