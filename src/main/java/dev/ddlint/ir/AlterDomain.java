package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.Optional;

/** ALTER DOMAIN but for RENAME, SET SCHEMA and OWNER TO. */
public record AlterDomain(ObjectName name, Action action, Span span) implements Statement {

  /** One action, named as in the manual. */
  public sealed interface Action {
    record SetDefault(Expression value) implements Action {}

    record DropDefault() implements Action {}

    record SetNotNull() implements Action {}

    record DropNotNull() implements Action {}

    record AddConstraint(Optional<Identifier> name, Optional<Expression> check, boolean notValid) implements Action {}

    record DropConstraint(Identifier name, boolean ifExists, boolean cascade) implements Action {}

    record ValidateConstraint(Identifier name) implements Action {}
  }
}
