package dev.ddlint.prisma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.State;
import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.CreateSchema;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.parse.prisma.PrismaReader;
import dev.ddlint.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares with what Prisma's own engine writes, statement by statement. The fixtures are made by
 * {@code src/test/prisma-oracle}.
 */
class PrismaOracleTest {
  private static final Path FIXTURES = Path.of("src", "test", "resources", "prisma-oracle");

  @TestFactory
  Stream<DynamicTest> generatedSchemas() throws IOException {
    String[] cases = Files.readString(FIXTURES.resolve("generated.txt")).split("(?m)^//// ");
    assertThat(cases).hasSizeGreaterThan(200);
    return Stream.of(cases).skip(1).map(text -> {
      String seed = text.substring(0, text.indexOf('\n'));
      String[] parts = text.substring(seed.length() + 1).split("(?m)^---- SQL\n");
      return dynamicTest("seed " + seed, () -> assertEqual(parts[0], parts[1]));
    });
  }

  @TestFactory
  Stream<DynamicTest> writtenSchemas() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (var files = Files.list(FIXTURES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".prisma")).sorted().toList()) {
        Path sql = Path.of(file.toString().replaceAll("prisma$", "sql"));
        tests.add(dynamicTest(file.getFileName().toString(),
            () -> assertEqual(Files.readString(file), Files.readString(sql))));
      }
    }
    return tests.stream();
  }

  /** Real schemas are not ours to copy, so their statements are compared by digest. */
  @Test
  void realSchemas() throws IOException {
    Path shared = Path.of(System.getProperty("ddlint.corpus", "no-corpus")).resolveSibling("");
    assumeTrue(Files.isDirectory(shared.resolve("corpus")), "no corpus: set -Dddlint.corpus");
    String scratch = System.getProperty("ddlint.prisma-oracle");
    Digests digests = new Digests(FIXTURES.resolve("real.sha256"));
    if (scratch != null) {
      digests.write(Path.of(scratch), sql -> structures(read(sql), true));
    }

    assertThat(digests.names()).isNotEmpty();
    for (String name : digests.names()) {
      LoweredSchema lowered = lower(Files.readString(shared.resolve(name)));
      assertThat(Digests.of(lowered(lowered))).as(name).isEqualTo(digests.of(name));
    }
  }

  private static void assertEqual(String schema, String sql) {
    LoweredSchema lowered = lower(schema);
    assertThat(lowered.notes()).isEmpty();
    assertThat(lowered(lowered)).containsExactlyElementsOf(structures(read(sql), true));
    assertThat(fold(lowered).tables().values()).hasSize((int) lowered.parts().stream()
        .filter(p -> p.statement() instanceof CreateTable).count());
    if (lowered.foreignKeys()) {
      assertThat(Structure.of(fold(lowered))).isEqualTo(Structure.of(fold(sql)));
    }
  }

  /** The same road as that of SQL leads to the catalog. */
  private static Catalog fold(LoweredSchema schema) {
    State state = State.EMPTY;
    for (LoweredSchema.Part part : schema.parts()) {
      state = state.apply(part.statement(), part.file()).after();
    }
    return state.catalog();
  }

  private static Catalog fold(String sql) {
    SourceFile file = new SourceFile("expected.sql", sql);
    State state = State.EMPTY;
    for (Statement statement : new ScriptReader().read(file).statements()) {
      state = state.apply(statement, file).after();
    }
    return state.catalog();
  }

  private static LoweredSchema lower(String schema) {
    return PrismaLowering.lower(List.of(PrismaReader.read(new SourceFile("schema.prisma", schema))));
  }

  private static List<String> lowered(LoweredSchema schema) {
    return structures(schema.parts().stream().map(LoweredSchema.Part::statement).toList(), schema.foreignKeys());
  }

  private static List<Statement> read(String sql) {
    return new ScriptReader().read(new SourceFile("expected.sql", sql)).statements();
  }

  private static List<String> structures(List<Statement> statements, boolean foreignKeys) {
    return statements.stream().filter(s -> !isPublic(s) && (foreignKeys || !isForeignKey(s))).map(Structure::of)
        .toList();
  }

  private static boolean isPublic(Statement statement) {
    return statement instanceof CreateSchema create
        && create.name().filter(name -> name.name().equals("public")).isPresent();
  }

  /** With {@code relationMode = "prisma"} the engine makes none; ddlint holds them as not enforced. */
  private static boolean isForeignKey(Statement statement) {
    return statement instanceof AlterTable alter
        && alter.actions().getFirst() instanceof TableAction.AddConstraint add
        && add.constraint() instanceof TableConstraint.ForeignKey key && key.notEnforced();
  }
}
