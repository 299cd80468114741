package dev.ddlint.parse.tree;

import dev.ddlint.parse.ExpressionReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names as PostgreSQL knows them. */
final class Words {

  private Words() {}

  static String folded(String written) {
    return ExpressionReader.name(written);
  }

  static Optional<String> maybe(@Nullable String written) {
    return written == null || written.isEmpty() ? Optional.empty() : Optional.of(folded(written));
  }

  /** Each part of a dotted name by itself. */
  static String dotted(String written) {
    int dot = written.startsWith("\"") ? written.indexOf('.', written.indexOf('"', 1)) : written.indexOf('.');
    return dot < 0 ? folded(written) : folded(written.substring(0, dot)) + "." + dotted(written.substring(dot + 1));
  }
}
