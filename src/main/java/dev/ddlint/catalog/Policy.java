package dev.ddlint.catalog;

import dev.ddlint.ir.Expression;
import java.util.List;
import java.util.Optional;

/** A row-security policy; {@code command} is ALL, SELECT, INSERT, UPDATE or DELETE. */
public record Policy(String name, String command, boolean permissive, List<String> roles, Optional<Expression> using,
    Optional<Expression> withCheck, Origin origin) {}
