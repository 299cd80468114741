package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * CREATE FUNCTION or PROCEDURE.
 *
 * @param returns empty for procedures and for functions whose OUT arguments say it; TABLE columns are arguments
 * @param volatility {@code IMMUTABLE}, {@code STABLE} or {@code VOLATILE} where written
 * @param body the text inside the quotes, or the SQL-standard body as written
 */
public record CreateFunction(ObjectName name, List<Argument> arguments, boolean procedure, boolean orReplace,
    Optional<TypeName> returns, Optional<String> language, boolean securityDefiner, Optional<String> volatility,
    List<SetVariable> settings, Optional<Expression> body, boolean sqlBody, Span span) implements Statement {

  /** @param mode {@code IN}, {@code OUT}, {@code INOUT}, {@code VARIADIC} or {@code TABLE} */
  public record Argument(String mode, Optional<Identifier> name, TypeName type, Optional<Expression> defaultValue) {}
}
