package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.Optional;

/** CREATE EXTENSION. */
public record CreateExtension(Identifier name, boolean ifNotExists, Optional<Identifier> schema,
    Span span) implements Statement {}
