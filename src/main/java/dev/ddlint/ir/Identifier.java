package dev.ddlint.ir;

import dev.ddlint.text.Span;

/**
 * A name as PostgreSQL takes it: unquoted names folded to lower case, quotes removed, cut to 63 bytes
 * (manual, section 4.1.1).
 */
public record Identifier(String name, Span span) {

  @Override
  public String toString() {
    return name;
  }
}
