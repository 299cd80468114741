package dev.ddlint.ir;

import dev.ddlint.text.Span;

/** ALTER ... OWNER TO for objects that are no tables; tables have {@link TableAction.OwnerTo}. */
public record ChangeOwner(ObjectKind kind, ObjectName object, String owner, Span span) implements Statement {}
