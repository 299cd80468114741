package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;

/** CREATE TABLE ... AS, SELECT ... INTO and CREATE MATERIALIZED VIEW: a relation filled from a query. */
public record CreateTableAs(ObjectName name, boolean materializedView, Persistence persistence, boolean ifNotExists,
    List<Identifier> columns, boolean withData, Expression query, Span span) implements Statement {}
