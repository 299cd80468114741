package dev.ddlint.project;

import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How one tool lays out its migrations: which files are its own, in which order it applies them, how it runs them. */
public interface Layout {

  /** The name in configuration and machine-readable output, such as {@code prisma}. */
  String id();

  /** The tool's name as messages write it. */
  String title();

  /** How the tool runs a file that says nothing itself. */
  RunnerProfile runner();

  /** The sections of a file, each with its runner; they follow each other and leave nothing out. */
  default List<Section> sections(Migration migration, SourceFile text) {
    return List.of(whole(migration, text, runner()));
  }

  /** What PostgreSQL's parser is to see of a file: of equal length, so that offsets stay those of the file. */
  default String statements(SourceFile text) {
    return text.text();
  }

  /** Whether {@code ${name}} in a file is a placeholder of the tool's. */
  default boolean fillsDollarBraces() {
    return false;
  }

  /** Whether a tool applies the files, one after another. Other files may be a copy of what those make. */
  default boolean isApplied() {
    return true;
  }

  /**
   * Whether the tool writes down a checksum of what it has applied, and complains of a file that differs, by a comment
   * even.
   */
  default boolean checksums() {
    return false;
  }

  /** What the tool compares versions by: most read them as numbers, to which leading zeros say nothing. */
  default String identity(String version) {
    int zeros = 0;
    while (zeros < version.length() - 1 && version.charAt(zeros) == '0'
        && NaturalOrder.isDigit(version.charAt(zeros + 1))) {
      zeros++;
    }
    return version.substring(zeros);
  }

  /** How the tool wants a file to be named; empty where it takes any name. */
  default String scheme() {
    return "";
  }

  /** Whether each file is a migration, applied once; false for dumps, which are written anew each time. */
  default boolean appliesOnce(Migration migration) {
    return true;
  }

  /** What the tool's own configuration puts for placeholders in a history's files. */
  default Map<String, String> placeholders(Path root) {
    return Map.of();
  }

  /** One section for the whole file. */
  static Section whole(Migration migration, SourceFile text, RunnerProfile runner) {
    Direction direction = migration.direction() == Direction.DOWN ? Direction.DOWN : Direction.UP;
    return new Section(direction, new Span(0, text.text().length()), runner);
  }
}
