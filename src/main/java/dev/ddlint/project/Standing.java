package dev.ddlint.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A history between the base of a review and the work tree. */
public final class Standing {
  private final Review review;
  private final List<Migration> ever;
  private @Nullable Map<String, List<Migration>> byIdentity;

  /**
   * @param ever all migrations going up, in the tool's order: those of the work tree, those that are gone, and those that
   *        came to the named commit meanwhile
   */
  public Standing(Review review, List<Migration> ever) {
    this.review = review;
    this.ever = List.copyOf(ever);
  }

  public Review review() {
    return review;
  }

  /** All migrations going up, in the tool's order. */
  public List<Migration> ever() {
    return ever;
  }

  /** Those that the tool takes for the same version, in its order. */
  public List<Migration> ofVersion(String version, Layout layout) {
    Map<String, List<Migration>> known = byIdentity;
    if (known == null) {
      known = Map.copyOf(ever.stream().collect(Collectors.groupingBy(m -> layout.identity(m.version()))));
      byIdentity = known;
    }
    return known.getOrDefault(layout.identity(version), List.of());
  }

  /** Nothing is told of what is new. */
  static Standing audit(Project project) {
    return new Standing(Review.AUDIT, project.migrations());
  }

  /** Whether the base does not have a migration. */
  public boolean isAdded(Migration migration) {
    return review.isAdded(migration.file());
  }

  /** The migrations that the base has and the work tree has not. */
  public List<Migration> gone() {
    return review.gone().isEmpty() ? List.of() : ever.stream().filter(m -> goneFile(m.file())).toList();
  }

  private boolean goneFile(Path file) {
    return review.gone().containsKey(file);
  }

  /** The newest migration that is old and that the tool sorts behind a new one. */
  public Optional<Migration> newestBehind(Migration added) {
    for (int i = ever.size() - 1; i >= 0; i--) {
      Migration other = ever.get(i);
      if (other.file().equals(added.file())) {
        return Optional.empty();
      }
      if (!isAdded(other) && !other.version().isEmpty() && !goneFile(other.file())) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }
}
