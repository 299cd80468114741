package dev.ddlint.physics;

import dev.ddlint.catalog.Table;

/** A lock that a change takes and keeps until its transaction ends, unless {@code released} earlier. */
public record Lock(Table table, LockMode mode) {}
