package dev.ddlint.prisma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ddlint.parse.prisma.PrismaReader;
import dev.ddlint.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Refuses what Prisma refuses: of generated schemas with mistakes in them, and of the language point by point. The
 * fixtures are made by {@code src/test/prisma-oracle}.
 */
class ValidationTest {
  private static final Path FIXTURES = Path.of("src/test/resources/prisma-oracle");
  private static final List<Path> VERDICTS = List.of(
      Path.of(System.getProperty("ddlint.prisma-verdicts", FIXTURES.resolve("verdicts.txt").toString())),
      FIXTURES.resolve("points.txt"));

  /** Prisma complains of the end that holds the key, and tells to change the other one. */
  private static final String OTHER_END = "one-to-one-required-back";

  private record Verdict(String seed, boolean taken, List<String> said, String schema) {

    static Verdict of(String text) {
      String[] parts = text.split("(?m)^---- SCHEMA\n", 2);
      List<String> head = parts[0].lines().toList();
      String[] first = head.getFirst().split(" ");
      return new Verdict(first[0], first[1].equals("TAKEN"), head.subList(1, head.size()), parts[1]);
    }

    Set<Integer> lines() {
      return said.stream().map(line -> Integer.valueOf(line.substring(3).split(" ")[0])).collect(Collectors.toSet());
    }

    List<PrismaProblem> problems() {
      var files = List.of(PrismaReader.read(new SourceFile("schema.prisma", schema)));
      return Validation.of(files, PrismaLowering.lower(files));
    }
  }

  private static List<Verdict> verdicts() throws IOException {
    List<Verdict> verdicts = new ArrayList<>();
    for (Path file : VERDICTS) {
      for (String text : Files.readString(file).split("(?m)^//// ")) {
        if (!text.isBlank()) {
          verdicts.add(Verdict.of(text));
        }
      }
    }
    return verdicts;
  }

  @TestFactory
  Stream<DynamicTest> whatPrismaTakes() throws IOException {
    return verdicts().stream().filter(Verdict::taken).map(verdict -> dynamicTest("seed " + verdict.seed(),
        () -> assertThat(verdict.problems()).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> whatPrismaRefuses() throws IOException {
    return verdicts().stream().filter(v -> !v.taken()).map(verdict -> dynamicTest("seed " + verdict.seed(), () -> {
      Set<Integer> found = verdict.problems().stream().map(p -> p.place().start().line()).collect(Collectors.toSet());
      if (verdict.seed().equals(OTHER_END)) {
        assertThat(found)
            .containsExactly(verdict.schema().substring(0, verdict.schema().indexOf("b B")).split("\n").length);
      } else {
        assertThat(found).as("%s", verdict.said()).containsAnyElementsOf(verdict.lines());
      }
    }));
  }
}
