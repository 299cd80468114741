package dev.ddlint.parse.prisma;

import java.util.List;
import java.util.Optional;

/** What takes arguments: an attribute or a function. */
public sealed interface Call permits Attribute, Expression.FunctionCall {

  Identifier name();

  List<Argument> arguments();

  /** The value of a named argument. */
  default Optional<Expression> argument(String name) {
    for (Argument argument : arguments()) {
      if (argument.isNamed(name)) {
        return Optional.of(argument.value());
      }
    }
    return Optional.empty();
  }

  /**
   * The value of an argument that may be given by name or by place, such as {@code argument("fields", 0)}.
   *
   * @param position 0-based, among the arguments without a name
   */
  default Optional<Expression> argument(String name, int position) {
    return argument(name).or(
        () -> arguments().stream().filter(a -> a.name().isEmpty()).skip(position).map(Argument::value).findFirst());
  }
}
