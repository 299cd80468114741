package dev.ddlint.rule;

import java.util.Locale;

/** What a rule looks at: which of the interfaces its class implements. */
public enum RuleKind {
  CHANGE(ChangeRule.class), STATEMENT(StatementRule.class), MIGRATION(MigrationRule.class), SCHEMA(SchemaRule.class),
  PRISMA(PrismaRule.class),
  HISTORY(HistoryRule.class), SUPPRESSION(SuppressionRule.class);

  private final Class<?> contract;

  RuleKind(Class<?> contract) {
    this.contract = contract;
  }

  /** The interface. */
  public Class<?> contract() {
    return contract;
  }

  /** As the index writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
