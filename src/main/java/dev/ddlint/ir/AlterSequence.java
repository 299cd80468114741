package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;

/** ALTER SEQUENCE with options such as OWNED BY or RESTART. */
public record AlterSequence(ObjectName name, boolean ifExists, List<SequenceOption> options,
    Span span) implements Statement {}
