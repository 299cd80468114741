package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** CREATE VIEW. */
public record CreateView(ObjectName name, boolean orReplace, boolean temporary, boolean recursive,
    List<Identifier> columns, List<StorageOption> options, Expression query, Optional<String> checkOption,
    Span span) implements Statement {}
