package dev.ddlint.parse.prisma;

import java.util.Locale;
import java.util.Optional;

/** The words that begin a block. They are not reserved: a field may bear the same name. */
enum BlockKeyword {
  DATASOURCE, GENERATOR, MODEL, VIEW, TYPE, ENUM;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the block holds assignments; Prisma takes any name for it. */
  boolean isConfig() {
    return this == DATASOURCE || this == GENERATOR;
  }

  static Optional<BlockKeyword> of(String text) {
    return ignoringCase(text).filter(keyword -> keyword.text().equals(text));
  }

  static Optional<BlockKeyword> ignoringCase(String text) {
    for (BlockKeyword keyword : values()) {
      if (keyword.name().equalsIgnoreCase(text)) {
        return Optional.of(keyword);
      }
    }
    return Optional.empty();
  }
}
