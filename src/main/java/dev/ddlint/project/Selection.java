package dev.ddlint.project;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What was asked for of a project: the whole history is loaded, some of its files are reported.
 *
 * @param reported in the project's order
 */
public record Selection(Project project, Set<Path> reported) {

  public Selection {
    reported = Collections.unmodifiableSet(new LinkedHashSet<>(reported));
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
