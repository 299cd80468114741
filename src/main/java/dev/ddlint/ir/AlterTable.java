package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;

/** ALTER TABLE and the statements that share its actions: ALTER INDEX, VIEW, SEQUENCE, FOREIGN TABLE, TYPE ... ATTRIBUTE. */
public record AlterTable(ObjectKind kind, ObjectName name, boolean ifExists, boolean only, List<TableAction> actions,
    Span span) implements Statement {}
