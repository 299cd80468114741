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

/** An amount of money in binary fractions. */
@Rule("float-money")
@Concerns(Effect.SCHEMA_STATE)
public final class FloatMoney implements SchemaRule {
  /** An amount of money when a name ends in it. */
  private static final Set<String> MONEY = Set.of("amount", "balance", "total", "subtotal", "fee", "fees", "payment",
      "refund", "discount", "budget", "charge", "credit", "debit");

  /** An amount of money wherever it stands. */
  private static final Set<String> SURE = Set.of("price", "prices", "cost", "costs", "salary", "revenue", "usd", "eur",
      "dollars", "cents");

  /** With one of these it is a share or a rate. */
  private static final Set<String> SHARES = Set.of("percent", "percentage", "ratio", "rate", "factor", "share",
      "weight",
      "multiplier", "score", "seconds", "ms");

  @Override
  public void check(Schema schema, Findings findings) {
    OwnColumn.ofAny(schema).stream().filter(FloatMoney::isMoney)
        .forEach(own -> report(own, findings));
  }

  private static void report(OwnColumn own, Findings findings) {
    own.reportType(findings)
        .says("`%s` cannot hold 0.10: sums of money in binary fractions drift", own.path())
        .fact("use", own.schema().isPrisma()
            ? "`%s Decimal @db.Decimal(12, 2)`"
            : "`%s numeric(12, 2)`, or the smallest unit in a bigint", own.written());
  }

  private static boolean isMoney(OwnColumn own) {
    List<String> words = own.words();
    boolean fraction = own.is("float4") || own.is("float8");
    return fraction && !words.isEmpty() && words.stream().noneMatch(SHARES::contains)
        && (MONEY.contains(words.getLast()) || words.stream().anyMatch(SURE::contains));
  }
}
