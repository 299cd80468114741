package dev.ddlint.catalog;

/** A trigger on a table. */
public record Trigger(String name, Origin origin) {}
