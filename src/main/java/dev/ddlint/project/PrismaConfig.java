package dev.ddlint.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code prisma.config.ts} says about places. It is a program; only the usual forms are understood, a literal or
 * {@code path.join} of literals.
 */
record PrismaConfig(Optional<Path> schema, Optional<Path> migrations) {
  private static final List<String> NAMES = List.of("prisma.config.ts", "prisma.config.mts", "prisma.config.cts",
      "prisma.config.js", "prisma.config.mjs", "prisma.config.cjs");
  private static final int LEVELS = 4;
  private static final PrismaConfig NONE = new PrismaConfig(Optional.empty(), Optional.empty());

  /** The configuration of a folder: its own or that of a folder above it. */
  static PrismaConfig above(Folder folder) {
    Optional<Folder> at = Optional.of(folder);
    for (int i = 0; i < LEVELS && at.isPresent(); i++) {
      for (String name : NAMES) {
        if (at.get().has(name)) {
          return read(at.get().path(), name);
        }
      }
      at = at.get().has(".git") ? Optional.empty() : at.get().parent();
    }
    return NONE;
  }

  private static PrismaConfig read(Path folder, String name) {
    try {
      return of(Files.readString(folder.resolve(name)), folder);
    } catch (IOException e) {
      // Prisma's own places remain to be looked at.
      return NONE;
    }
  }

  static PrismaConfig of(String text, Path folder) {
    int migrations = key(text, "migrations", 0);
    Optional<Path> path = migrations < 0 ? Optional.empty() : path(text, key(text, "path", migrations), folder);
    return new PrismaConfig(path(text, key(text, "schema", 0), folder), path);
  }

  /** The offset after a key and its colon, or -1. */
  private static int key(String text, String key, int from) {
    for (int at = text.indexOf(key, from); at >= 0; at = text.indexOf(key, at + 1)) {
      int after = at + key.length();
      while (after < text.length() && Character.isWhitespace(text.charAt(after))) {
        after++;
      }
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      if (begins && after < text.length() && text.charAt(after) == ':') {
        return after + 1;
      }
    }
    return -1;
  }

  private static Optional<Path> path(String text, int from, Path folder) {
    if (from < 0) {
      return Optional.empty();
    }
    String value = text.substring(from, end(text, from));
    List<String> parts = Quoted.all(value);
    return parts.isEmpty() ? Optional.empty() : Optional.of(folder.resolve(String.join("/", parts)).normalize());
  }

  /** Where a value ends: at the comma or brace outside of its own parentheses. */
  private static int end(String text, int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (depth <= 0 && (c == ',' || c == '}' || c == '\n' && i > from + 1)) {
        return i;
      }
    }
    return text.length();
  }
}
