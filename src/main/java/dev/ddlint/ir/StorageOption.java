package dev.ddlint.ir;

import java.util.Optional;

/** A {@code name = value} of WITH (...) or SET (...). */
public record StorageOption(String name, Optional<String> value) {}
