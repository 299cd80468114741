package dev.ddlint.project;

import java.util.List;
import java.util.Optional;

/**
 * What a configuration says of histories.
 *
 * @param patterns histories of its own making; their files belong to no other
 * @param runner how all other histories are run, whatever their layout says
 */
public record ProjectSettings(List<HistoryPattern> patterns, Optional<Layout> runner) {
  public static final ProjectSettings NONE = new ProjectSettings(List.of(), Optional.empty());

  public ProjectSettings {
    patterns = List.copyOf(patterns);
  }
}
