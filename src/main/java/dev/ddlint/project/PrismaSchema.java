package dev.ddlint.project;

import java.nio.file.Path;
import java.util.List;

/**
 * The files that Prisma reads as one schema.
 *
 * @param shownPath the file, or the folder where the schema has several
 * @param files absolute and normalised, by name
 */
public record PrismaSchema(String shownPath, List<PrismaFile> files) {

  /** One file of a schema, under the path that reports name it by. */
  public record PrismaFile(Path file, String shownPath) {}

  public PrismaSchema {
    files = List.copyOf(files);
  }
}
