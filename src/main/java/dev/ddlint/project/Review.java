package dev.ddlint.project;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has changed since a commit: the merge base of the work tree and the commit that was named.
 *
 * @param ref as it was named: {@code origin/main}; empty in an audit, where nothing is told of what is new
 * @param added the files that the base does not have; absolute and normalised
 * @param changed those that it has otherwise, each with its text then
 * @param gone those that it has and the work tree has not, each with its text then
 * @param ahead those that came to the named commit after the base, and that the work tree does not have
 * @param problems what could not be looked into; each names the path and says what to do
 */
public record Review(String ref, Set<Path> added, Map<Path, String> changed, Map<Path, String> gone, Set<Path> ahead,
    List<String> problems) {
  /** Nothing is new: each migration is judged on its own day. */
  public static final Review AUDIT = new Review("", Set.of(), Map.of(), Map.of(), Set.of(), List.of());

  public Review {
    added = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(added));
    changed = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(changed));
    gone = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(gone));
    ahead = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(ahead));
    problems = List.copyOf(problems);
  }

  public boolean isAudit() {
    return ref.isEmpty();
  }

  /** Whether a file was not there at the base. */
  public boolean isAdded(Path file) {
    return added.contains(file);
  }

  /** Whether a file is under review. */
  public boolean touches(Path file) {
    return added.contains(file) || changed.containsKey(file);
  }

  /** The text that a changed file had at the base. */
  public Optional<String> before(Path file) {
    return Optional.ofNullable(changed.get(file));
  }
}
