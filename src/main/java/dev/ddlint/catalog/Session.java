package dev.ddlint.catalog;

import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The settings of a session that change what statements do. Each file of a history starts with a fresh one.
 *
 * @param searchPath the schemas that unqualified names are looked for in; new objects are made in the first
 * @param settings what SET gave, by folded name
 */
public record Session(List<String> searchPath, PMap<String, String> settings) {

  /** What a server gives: {@code "$user", public}. */
  public static final Session DEFAULT = new Session(List.of("public"), HashTreePMap.empty());

  public Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  /** The schema in which an unqualified CREATE makes its object. */
  public String creationSchema() {
    return searchPath.isEmpty() ? "public" : searchPath.get(0);
  }

  Session withSetting(String name, String value) {
    return new Session(searchPath, settings.plus(name, value));
  }

  Session withoutSetting(String name) {
    return new Session(searchPath, settings.minus(name));
  }

  Session withSearchPath(List<String> path) {
    return new Session(List.copyOf(path), settings);
  }
}
