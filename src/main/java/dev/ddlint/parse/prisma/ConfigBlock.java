package dev.ddlint.parse.prisma;

import java.util.List;
import java.util.Optional;

/** What {@link Datasource} and {@link Generator} share: assignments. */
public sealed interface ConfigBlock permits Datasource, Generator {

  List<Assignment> assignments();

  /** The value of the first assignment to a key. */
  default Optional<Expression> value(String key) {
    return assignments().stream().filter(a -> a.key().text().equals(key)).map(Assignment::value).findFirst();
  }
}
