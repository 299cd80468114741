package dev.ddlint.cli;

import dev.ddlint.text.FileTrouble;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Writes a file as a whole or not at all: a run that is broken off leaves no half of one behind. */
final class WholeFile {

  private WholeFile() {}

  static void write(Path file, String text) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new UsageError(file + ": cannot be written (there is no folder " + folder + ")");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      writeThrough(file, text);
      return;
    }
    try {
      replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), text);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** What a link leads to is replaced, not the link. */
  private static void replace(Path file, String text) throws IOException {
    // Not one of the JDK's temporary files: those are readable to their owner alone, and a report is for others too.
    Path part = file.resolveSibling("." + file.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".part");
    Files.createFile(part);
    part.toFile().deleteOnExit(); // a run that is broken off comes to no `finally`
    try {
      keepPermissions(file, part);
      Files.writeString(part, text);
      move(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void keepPermissions(Path file, Path part) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
    if (view != null && Files.exists(file)) {
      view.setPermissions(Files.getPosixFilePermissions(file));
    }
  }

  /** A pipe or a device, such as {@code /dev/stdout}, has no parts. */
  private static void writeThrough(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static void move(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static UsageError unwritable(Path file, IOException e) {
    return new UsageError(file + ": cannot be written (" + FileTrouble.of(e) + ")");
  }
}
