package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * CREATE POLICY.
 *
 * @param command {@code ALL}, {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param roles folded names; {@code public} when none is written
 */
public record CreatePolicy(Identifier name, ObjectName table, boolean permissive, String command, List<String> roles,
    Optional<Expression> using, Optional<Expression> withCheck, Span span) implements Statement {}
