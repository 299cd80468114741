package dev.ddlint.ir;

import dev.ddlint.text.Span;

/**
 * A statement that is known but says nothing about the schema that ddlint folds.
 *
 * @param command its first words, upper case, as the manual names the command: {@code ALTER SYSTEM}, {@code CREATE ROLE}
 * @param text the statement as written
 */
public record OtherStatement(String command, Expression text, Span span) implements Statement {}
