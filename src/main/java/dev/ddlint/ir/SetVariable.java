package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;

/**
 * SET and RESET of a run-time setting.
 *
 * @param name folded; {@code timezone} for SET TIME ZONE, {@code all} for RESET ALL
 * @param values as written, strings without their quotes; empty for DEFAULT and RESET
 */
public record SetVariable(String name, List<String> values, boolean local, boolean reset,
    Span span) implements Statement {}
