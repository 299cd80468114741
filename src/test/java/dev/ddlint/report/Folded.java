package dev.ddlint.report;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.State;
import dev.ddlint.ir.Statement;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** What statements leave behind, in the words of {@link SchemaLines}. */
final class Folded {

  private Folded() {}

  static Catalog catalog(String... files) {
    State state = State.EMPTY;
    for (int i = 0; i < files.length; i++) {
      SourceFile file = new SourceFile(i + ".sql", files[i]);
      state = state.beginMigration(i);
      for (Statement statement : new ScriptReader().read(file).statements()) {
        state = state.apply(statement, file).after();
      }
    }
    return state.catalog();
  }

  /** The lines of the given kinds, tabs shown as blanks. */
  static List<String> lines(String sql, String... kinds) {
    try {
      return GoldenHistory.lines(catalog(sql)).stream()
          .filter(line -> kinds.length == 0 || Arrays.asList(kinds).contains(line.substring(0, line.indexOf('\t'))))
          .map(line -> line.replace('\t', ' ')).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
