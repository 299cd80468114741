package dev.ddlint.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.parse.prisma.PrismaFile;
import dev.ddlint.parse.prisma.PrismaReader;
import dev.ddlint.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lowers what is broken: lines left out, moved and cut. Nothing may throw, and every span lies in its file. */
class PrismaRobustnessTest {
  private static final Path FIXTURES = Path.of("src", "test", "resources", "prisma-oracle");

  @Test
  void brokenSchemasLower() throws IOException {
    String[] cases = Files.readString(FIXTURES.resolve("generated.txt")).split("(?m)^//// ");
    Random random = new Random(5);
    for (int i = 1; i < cases.length; i++) {
      List<String> lines = new ArrayList<>(List.of(cases[i].split("(?m)^---- SQL\n")[0].split("\n")));
      for (int round = 0; round < 4; round++) {
        breakOne(lines, random);
        lower(String.join("\n", lines));
      }
    }
  }

  private static void breakOne(List<String> lines, Random random) {
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    switch (random.nextInt(4)) {
      case 0 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
      case 1 -> lines.set(at, "");
      case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
      default -> lines.add(at, lines.get(random.nextInt(lines.size())));
    }
  }

  private static void lower(String text) {
    LoweredSchema schema = PrismaLowering.lower(List.of(PrismaReader.read(new SourceFile("schema.prisma", text))));
    assertThat(schema.parts()).as(text).allMatch(p -> !p.statement().span().isEmpty()
        && p.statement().span().end() <= text.length());
  }

  /** A long file is read in two halves, as it would be in one: blocks and errors in their order. */
  @Test
  void aLongFileReadsAsAShortOne() {
    List<String> expected = new ArrayList<>();
    List<Integer> wrong = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      expected.add("Model" + i);
      text.append("model Model" + i + " {\n  id Int @id\n" + "  a Int\n".repeat(3)
          + (i % 100 == 7 ? "  b = 3\n" : "  b Int\n") + "}\n");
      if (i % 100 == 7) {
        wrong.add(i * 7 + 6);
      }
    }
    SourceFile source = new SourceFile("schema.prisma", text.toString());
    PrismaFile file = PrismaReader.read(source);
    assertThat(file.blocks()).extracting(block -> block.name().text()).containsExactlyElementsOf(expected);
    assertThat(file.errors()).extracting(error -> source.position(error.span().start()).line())
        .containsExactlyElementsOf(wrong);
  }
}
