package dev.ddlint.ir;

import dev.ddlint.text.Span;

/** ALTER ... SET SCHEMA. */
public record SetSchema(ObjectKind kind, ObjectName object, Identifier schema, boolean ifExists,
    Span span) implements Statement {}
