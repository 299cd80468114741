package dev.ddlint.ir;

import dev.ddlint.text.Span;

/** CREATE TRIGGER; {@code definition} is everything after the table's name. */
public record CreateTrigger(Identifier name, ObjectName table, boolean orReplace, boolean constraint, String timing,
    Expression definition, Span span) implements Statement {}
