package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;

/** CREATE SEQUENCE. */
public record CreateSequence(ObjectName name, Persistence persistence, boolean ifNotExists,
    List<SequenceOption> options, Span span) implements Statement {}
