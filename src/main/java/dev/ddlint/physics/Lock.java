package dev.ddlint.physics;

import dev.ddlint.catalog.Table;

/** A lock that a change takes and keeps until its transaction ends. */
public record Lock(Table table, LockMode mode) {}
