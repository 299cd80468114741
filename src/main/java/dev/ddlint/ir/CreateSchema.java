package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** CREATE SCHEMA, with the statements written inside it. */
public record CreateSchema(Optional<Identifier> name, boolean ifNotExists, Optional<String> owner,
    List<Statement> elements, Span span) implements Statement {}
