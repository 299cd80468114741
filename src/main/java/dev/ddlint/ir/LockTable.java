package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;

/** LOCK TABLE; {@code mode} as in the manual, {@code ACCESS EXCLUSIVE} when none is written. */
public record LockTable(List<ObjectName> tables, String mode, boolean nowait, boolean only,
    Span span) implements Statement {}
