package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;

/**
 * The REFERENCES part of a foreign key.
 *
 * @param columns empty when the target's primary key is meant
 * @param match {@code SIMPLE}, {@code FULL} or {@code PARTIAL}
 * @param setColumns the columns of {@code ON DELETE SET NULL (a, b)} (PostgreSQL 15 and later)
 */
public record Reference(ObjectName table, List<Identifier> columns, String match, ReferentialAction onDelete,
    ReferentialAction onUpdate, List<Identifier> setColumns, Span span) {}
