package dev.ddlint.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Drizzle's list of migrations, by a scan for its two keys: a JSON library would cost a pre-commit hook more time than
 * the whole search.
 *
 * @param dialect empty when the journal does not say
 * @param tags file names without ending, in order
 */
record Journal(String dialect, List<String> tags) {

  static Journal read(Path file) {
    try {
      return of(Files.readString(file));
    } catch (IOException e) {
      // Without a readable journal the files' names still tell the order.
      return new Journal("", List.of());
    }
  }

  static Journal of(String json) {
    String dialect = "";
    List<String> tags = new ArrayList<>();
    List<String> literals = Quoted.all(json);
    for (int i = 0; i + 1 < literals.size(); i++) {
      if (literals.get(i).equals("tag")) {
        tags.add(literals.get(++i));
      } else if (literals.get(i).equals("dialect")) {
        dialect = literals.get(++i);
      }
    }
    return new Journal(dialect, List.copyOf(tags));
  }
}
