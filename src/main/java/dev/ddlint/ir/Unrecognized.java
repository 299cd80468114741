package dev.ddlint.ir;

import dev.ddlint.text.Span;

/**
 * A statement that could not be understood.
 *
 * @param reason what was found and what was expected, in words
 * @param at the token at which understanding ended
 */
public record Unrecognized(String reason, Span at, Span span) implements Statement {}
