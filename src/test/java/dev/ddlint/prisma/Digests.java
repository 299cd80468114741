package dev.ddlint.prisma;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** A file of the SHA-256 of statements: for each schema a line with its name, then a sorted line a statement. */
final class Digests {
  private final Path file;

  Digests(Path file) {
    this.file = file;
  }

  List<String> names() throws IOException {
    return lines().stream().filter(line -> line.startsWith("# ")).map(line -> line.substring(2)).toList();
  }

  List<String> of(String name) throws IOException {
    List<String> after = lines().subList(lines().indexOf("# " + name) + 1, lines().size());
    return after.stream().takeWhile(line -> !line.startsWith("# ")).toList();
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(file);
  }

  /** Makes the file from a folder of SQL, read by {@code structures}. */
  void write(Path folder, Function<String, List<String>> structures) throws IOException {
    List<String> lines = new ArrayList<>();
    try (var files = Files.walk(folder)) {
      for (Path sql : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
        lines.add("# " + folder.relativize(sql).toString().replace('\\', '/').replaceAll("\\.sql$", ""));
        lines.addAll(of(structures.apply(Files.readString(sql))));
      }
    }
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  static List<String> of(List<String> structures) {
    return structures.stream().map(Digests::hash).sorted().toList();
  }

  private static String hash(String text) {
    try {
      return HexFormat.of().formatHex(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
