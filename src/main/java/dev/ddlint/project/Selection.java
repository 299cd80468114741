package dev.ddlint.project;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was asked for of a project: the whole history is loaded, some of its files are reported.
 *
 * @param reported in the project's order
 * @param standing what has become of the history since the base of a review
 * @param unsaved the content of files that counts in the place of the disk's
 */
public record Selection(Project project, Set<Path> reported, Standing standing, Map<Path, byte[]> unsaved) {

  public Selection {
    reported = Collections.unmodifiableSet(new LinkedHashSet<>(reported));
  }

  /** A selection of what is on the disk. */
  public Selection(Project project, Set<Path> reported, Standing standing) {
    this(project, reported, standing, Map.of());
  }

  /** A selection for an audit. */
  public Selection(Project project, Set<Path> reported) {
    this(project, reported, Standing.audit(project));
  }

  public boolean reports(Migration migration) {
    return reported.contains(migration.file());
  }

  public boolean reports(PrismaSchema.PrismaFile file) {
    return reported.contains(file.file());
  }

  /** Whether every file of the project is reported. */
  public boolean all() {
    return reported.containsAll(project.files());
  }
}
