package dev.ddlint.rule;

import java.util.Locale;

/** The family of a rule, and the folder of its page. In the order in which lists show them. */
public enum Category {
  LOCKS("Locks that block production"), TRANSACTIONS("Transactions"), BREAKING("Changes that break running code"),
  DATA("Rows lost, or rows that make it fail"), INDEXES("Indexes"), DESIGN("Schema design"),
  TENANCY("Tenant separation"), PRISMA("Prisma"), NAMING("Names"), HISTORY("The migrations themselves"),
  LINT("The run itself");

  private final String title;

  Category(String title) {
    this.title = title;
  }

  /** As headings show it. */
  public String title() {
    return title;
  }

  /** As pages, folders and the index write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
