package dev.ddlint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A report is there as a whole, for those who may read it. */
@DisabledOnOs(OS.WINDOWS)
class WholeFileTest {
  @TempDir
  private Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void aNewFileIsAsReadableAsAnyOther() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "");
    WholeFile.write(folder.resolve("report"), "new");
    assertThat(permissions(folder.resolve("report"))).isEqualTo(permissions(other));
    assertThat(names()).as("nothing else is left").containsExactly("other", "report");
  }

  @Test
  void aFileThatIsReplacedKeepsWhatItAllows() throws IOException {
    Path report = Files.writeString(folder.resolve("report"), "old");
    Files.setPosixFilePermissions(report, PosixFilePermissions.fromString("rwx-w----"));
    WholeFile.write(report, "new");
    assertThat(report).hasContent("new");
    assertThat(permissions(report)).isEqualTo("rwx-w----");
  }

  @Test
  void aLinkStaysOne() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
    WholeFile.write(link, "new");
    assertThat(link).isSymbolicLink();
    assertThat(target).hasContent("new");
  }

  @Test
  void aFolderThatIsMissingIsSaid() {
    assertThatThrownBy(() -> WholeFile.write(folder.resolve("no/report"), "x")).isInstanceOf(UsageError.class)
        .hasMessage(
            folder.resolve("no/report") + ": cannot be written (there is no folder " + folder.resolve("no") + ")");
  }

  /** Writes a file that takes a while. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) {
      WholeFile.write(Path.of(arguments[0]), "x".repeat(64 << 20));
    }
  }

  @Test
  void aRunThatIsBrokenOffLeavesNothingBehind() throws IOException, InterruptedException {
    Path report = Files.writeString(folder.resolve("report"), "old");
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-classpath", System.getProperty("java.class.path"), Writer.class.getName(), report.toString()).start();
    while (process.isAlive() && names().size() == 1) {
      Thread.onSpinWait();
    }
    process.destroy();
    process.waitFor();
    assertThat(names()).containsExactly("report");
    assertThat(Files.size(report)).as("all or nothing").isIn(3L, 64L << 20);
  }
}
