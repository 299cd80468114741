package dev.ddlint.ir;

import dev.ddlint.text.Span;

/** REFRESH MATERIALIZED VIEW. */
public record RefreshMaterializedView(ObjectName name, boolean concurrently, boolean withData,
    Span span) implements Statement {}
