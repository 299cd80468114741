package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;

/** TRUNCATE. */
public record Truncate(List<ObjectName> tables, boolean restartIdentity, boolean cascade, boolean only,
    Span span) implements Statement {}
