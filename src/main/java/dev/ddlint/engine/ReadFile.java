package dev.ddlint.engine;

import dev.ddlint.ir.Dialect;
import dev.ddlint.parse.Script;
import dev.ddlint.project.Migration;
import dev.ddlint.project.Section;
import dev.ddlint.text.SourceFile;
import java.util.List;

/** A migration's file after reading. */
sealed interface ReadFile {
  Migration migration();

  /** PostgreSQL, parsed. */
  record Parsed(Migration migration, Script script, List<Section> sections) implements ReadFile {
    SourceFile file() {
      return script.file();
    }
  }

  /** Another language: recognised and named. */
  record Foreign(Migration migration, Dialect dialect) implements ReadFile {}

  /** It could not be read; the problem says why. */
  record Unreadable(Migration migration, String problem) implements ReadFile {}
}
