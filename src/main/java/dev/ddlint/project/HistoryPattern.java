package dev.ddlint.project;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A history that a configuration describes where no layout explains it.
 *
 * @param base absolute and normalised; what {@code files} is relative to
 * @param files a glob with forward slashes; of the files that it matches, those that end in {@code .sql} are taken
 * @param runner how the files are run; empty where that is not known
 */
public record HistoryPattern(Path base, String files, Optional<Layout> runner) {}
