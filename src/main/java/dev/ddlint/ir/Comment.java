package dev.ddlint.ir;

import dev.ddlint.text.Span;

/** COMMENT ON; {@code target} as written after the kind. */
public record Comment(ObjectKind kind, String target, boolean empty, Span span) implements Statement {}
