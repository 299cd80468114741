package dev.ddlint.ir;

import dev.ddlint.text.Span;

/** ALTER TYPE ... RENAME VALUE. */
public record RenameEnumValue(ObjectName type, String from, String to, Span span) implements Statement {}
