package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** ALTER POLICY but for RENAME; what is absent stays as it was. */
public record AlterPolicy(Identifier name, ObjectName table, List<String> roles, Optional<Expression> using,
    Optional<Expression> withCheck, Span span) implements Statement {}
