package dev.ddlint.parse.prisma;

/** How many values a field holds. */
public enum Arity {
  /** {@code Type}. */
  REQUIRED,
  /** {@code Type?}. */
  OPTIONAL,
  /** {@code Type[]}. */
  LIST
}
