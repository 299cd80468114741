package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.Optional;

/**
 * ALTER ... RENAME.
 *
 * @param kind what gets another name: COLUMN and CONSTRAINT name a part of {@code object}
 * @param object the table, type, index ...; for triggers, policies and rules the table they stand on
 * @param holder the kind of {@code object} when a part of it is renamed: TABLE, VIEW, TYPE, DOMAIN ...
 * @param part the old name of the column, attribute, constraint, trigger, policy; empty when the object itself is renamed
 */
public record Rename(ObjectKind kind, ObjectKind holder, ObjectName object, Optional<Identifier> part, Identifier to,
    boolean ifExists, boolean cascade, Span span) implements Statement {}
