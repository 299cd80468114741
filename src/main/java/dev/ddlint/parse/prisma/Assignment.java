package dev.ddlint.parse.prisma;

import dev.ddlint.text.Span;

/** {@code key = value}, in a {@link ConfigBlock}. */
public record Assignment(Identifier key, Expression value, Span span) implements Node {}
