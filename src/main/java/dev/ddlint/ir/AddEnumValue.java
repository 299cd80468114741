package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.Optional;

/** ALTER TYPE ... ADD VALUE. */
public record AddEnumValue(ObjectName type, String value, boolean ifNotExists, Optional<Neighbor> neighbor,
    Span span) implements Statement {

  public record Neighbor(boolean before, String value) {}
}
