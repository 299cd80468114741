package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** CREATE DOMAIN; its constraints are written like a column's. */
public record CreateDomain(ObjectName name, TypeName type, Optional<String> collation,
    List<ColumnConstraint> constraints, Span span) implements Statement {}
