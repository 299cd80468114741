package dev.ddlint.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a {@code flyway.conf} or {@code flyway.toml} says of places and placeholders.
 *
 * @param locations the folders that it names, in order; empty when it names none that files can tell
 */
record FlywayConfig(List<Path> locations, Map<String, String> placeholders) {
  private static final FlywayConfig NONE = new FlywayConfig(List.of(), Map.of());
  private static final List<String> NAMES = List.of("flyway.toml", "flyway.conf");
  /** As far as from {@code src/main/resources/db/migration} to the module that holds it. */
  private static final int LEVELS = 6;

  /** The configuration of a folder: its own or that of a folder above it. */
  static FlywayConfig above(Folder folder) {
    Folder at = folder;
    for (int i = 0; i < LEVELS; i++) {
      for (String name : NAMES) {
        if (at.has(name)) {
          return read(at.path(), name);
        }
      }
      if (at.has(".git") || at.parent().isEmpty()) {
        break;
      }
      at = at.parent().get();
    }
    return NONE;
  }

  private static FlywayConfig read(Path folder, String name) {
    try {
      return of(Files.readString(folder.resolve(name)), folder);
    } catch (IOException e) {
      // The files' own folder remains to be looked at.
      return NONE;
    }
  }

  /** Both forms are lines of a key and a value; TOML's have their table's name above them, strings and lists. */
  static FlywayConfig of(String text, Path folder) {
    List<Path> locations = new ArrayList<>();
    Map<String, String> placeholders = new LinkedHashMap<>();
    String table = "";
    for (String line : joined(text)) {
      int equals = line.indexOf('=');
      if (line.startsWith("[") && line.endsWith("]")) {
        table = line.substring(1, line.length() - 1).strip() + ".";
      } else if (equals > 0 && !line.startsWith("#")) {
        String key = (table + line.substring(0, equals).strip()).replace("\"", "");
        String value = line.substring(equals + 1).strip();
        if (key.equals("flyway.locations")) {
          values(value).forEach(location -> add(location, folder, locations));
        } else if (key.startsWith("flyway.placeholders.")) {
          placeholders.put(key.substring("flyway.placeholders.".length()), String.join(",", values(value)));
        }
      }
    }
    return new FlywayConfig(List.copyOf(locations), Map.copyOf(placeholders));
  }

  /** Lines, with a list that goes over several made one, and so with one that ends in a backslash. */
  private static List<String> joined(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String part : text.lines().map(String::strip).toList()) {
      boolean goesOn = part.endsWith("\\");
      line.append(goesOn ? part.substring(0, part.length() - 1) : part);
      int list = line.indexOf("= [");
      if (!goesOn && (list < 0 || line.indexOf("]", list) > 0)) {
        lines.add(line.toString());
        line.setLength(0);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private static List<String> values(String value) {
    List<String> quoted = Quoted.all(value);
    return quoted.isEmpty() ? List.of(value.split("\\s*,\\s*")) : quoted;
  }

  /** A class path is what Maven and Gradle put on it; other kinds of places are not files. */
  private static void add(String location, Path folder, List<Path> locations) {
    int colon = location.indexOf(':');
    String kind = colon < 0 ? "classpath" : location.substring(0, colon);
    String path = location.substring(colon + 1);
    int wildcard = path.indexOf('*');
    String fixed = wildcard < 0 ? path : path.substring(0, Math.max(0, path.lastIndexOf('/', wildcard)));
    switch (kind) {
      case "filesystem" -> locations.add(folder.resolve(fixed).normalize());
      case "classpath" -> {
        String inside = fixed.startsWith("/") ? fixed.substring(1) : fixed;
        locations.add(folder.resolve("src/main/resources").resolve(inside).normalize());
      }
      default -> {
      }
    }
  }
}
