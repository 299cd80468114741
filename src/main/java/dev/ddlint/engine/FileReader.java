package dev.ddlint.engine;

import dev.ddlint.ir.Dialect;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.project.DialectSniffer;
import dev.ddlint.project.Migration;
import dev.ddlint.project.Project;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.SourceReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and parses the files of a history. */
final class FileReader {
  private final Project project;
  private final ScriptReader scripts;
  private final Optional<Dialect> dialect;
  private final Map<Path, byte[]> unsaved;

  /**
   * @param placeholders what ddlint's own configuration says, which comes first
   * @param told the dialect that the configuration names
   * @param unsaved the content of files that counts in the place of the disk's
   */
  FileReader(Project project, Map<String, String> placeholders, Optional<Dialect> told, Map<Path, byte[]> unsaved) {
    this.project = project;
    this.unsaved = unsaved;
    Map<String, String> all = new HashMap<>(project.layout().placeholders(project.root()));
    all.putAll(placeholders);
    this.scripts = new ScriptReader(all, project.layout().fillsDollarBraces());
    this.dialect = told.or(project::dialect);
  }

  ReadFile read(Migration migration) {
    try {
      SourceFile file = SourceReader.read(migration.file(), migration.shownPath(), unsaved);
      String written = project.layout().statements(file);
      // What the tool does not run here tells no dialect either.
      SourceFile run = written.equals(file.text()) ? file : new SourceFile(file.path(), written);
      Dialect spoken = dialect.or(() -> DialectSniffer.sniff(run)).orElseGet(this::byMajority);
      if (!spoken.isJudged()) {
        return new ReadFile.Foreign(migration, spoken);
      }
      return new ReadFile.Parsed(migration, scripts.read(file, written),
          project.layout().sections(migration, file));
    } catch (SourceReader.Unreadable e) {
      return new ReadFile.Unreadable(migration, String.valueOf(e.getMessage()));
    }
  }

  /** A file that speaks no dialect of its own follows the others of its history. */
  private synchronized Dialect byMajority() {
    if (majority.isEmpty()) {
      List<SourceFile> files = new ArrayList<>();
      for (Migration migration : project.migrations()) {
        try {
          files.add(SourceReader.read(migration.file(), migration.shownPath(), unsaved));
        } catch (SourceReader.Unreadable e) {
          // Its own reading reports it.
          continue;
        }
      }
      majority = Optional.of(DialectSniffer.vote(files).orElse(Dialect.POSTGRESQL));
    }
    return majority.get();
  }

  private Optional<Dialect> majority = Optional.empty();
}
