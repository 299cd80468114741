package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;

/** CREATE TYPE other than an enum. */
public record CreateType(ObjectName name, Form form, List<ColumnDefinition> attributes,
    Span span) implements Statement {

  /** SHELL and BASE are made in C; a fold only notes that they exist. */
  public enum Form {
    COMPOSITE, RANGE, BASE, SHELL
  }
}
