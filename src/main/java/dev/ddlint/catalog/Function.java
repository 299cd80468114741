package dev.ddlint.catalog;

import dev.ddlint.ir.CreateFunction;

/** A function or procedure, by signature. */
public record Function(String schema, String name, String signature, CreateFunction definition, Origin origin) {}
