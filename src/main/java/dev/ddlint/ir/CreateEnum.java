package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;

/** CREATE TYPE ... AS ENUM. */
public record CreateEnum(ObjectName name, List<String> values, Span span) implements Statement {}
