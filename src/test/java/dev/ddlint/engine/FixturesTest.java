package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.ConfigurationException;
import dev.ddlint.config.ConfigurationFile;
import dev.ddlint.config.ConfigurationReader;
import dev.ddlint.finding.Finding;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.text.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each folder of {@code test-fixtures} gives exactly the findings that its {@code expected.txt} lists. */
class FixturesTest {
  private static final Path FIXTURES = Path.of("test-fixtures");

  @TestFactory
  Stream<DynamicTest> eachFolderGivesWhatItExpects() throws IOException {
    try (Stream<Path> folders = Files.list(FIXTURES)) {
      return folders.filter(Files::isDirectory).sorted().toList().stream()
          .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> compare(folder)));
    }
  }

  private static void compare(Path folder) throws IOException, ConfigurationException {
    List<String> expected = Files.readAllLines(folder.resolve("expected.txt")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    Path told = folder.resolve(ConfigurationFile.NAME);
    Configuration configuration = Files.exists(told)
        ? new ConfigurationReader(told, RuleIndex.load()).read()
        : Configuration.DEFAULT;
    Result result = new Bench(folder).lint(configuration, "");
    assertThat(result.findings().stream().map(FixturesTest::line)).containsExactlyElementsOf(expected);
    assertThat(result.problems()).isEmpty();
  }

  private static String line(Finding finding) {
    Position start = finding.place().start();
    return finding.place().file().path() + ":" + start.line() + ":" + start.column() + " " + finding.level().word()
        + " "
        + finding.rule();
  }
}
