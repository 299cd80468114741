package dev.ddlint.parse.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.text.SourceFile;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CorpusTest {
  private static final String ALPHABET = "{}()[]@@:,.=?!\"\\/*-_ \t\n\raZ9é😀\uFEFF\u0000";

  @Test
  void realSchemasHaveNoError() {
    List<SourceFile> schemas = Corpus.schemas();

    assertThat(schemas).hasSizeGreaterThanOrEqualTo(6);
    for (SourceFile schema : schemas) {
      PrismaFile file = PrismaReader.read(schema);
      assertThat(Snippet.errors(file)).as(schema.path()).isEmpty();
      assertThat(file.blocks()).as(schema.path())
          .hasSize((int) countLines(schema, "^(model|enum|datasource|generator) .*"));
      assertThat(count(file)).as(schema.path()).isEqualTo(countLines(schema, "^\\s+[@\\w].*"));
    }
  }

  @Test
  void agreesWithPrismaOnTheSeeds() {
    var files = Corpus.seedBlocks().stream().map(PrismaReader::read).collect(
        Collectors.toMap(f -> f.file().path(), Function.identity()));
    for (String entry : Corpus.seedOracle()) {
      String[] parts = entry.split(" ", 4);
      PrismaFile file = files.get(parts[0]);
      if (entry.endsWith(" - OK")) {
        assertThat(Snippet.errors(file)).as(entry).isEmpty();
      } else if (entry.contains("This line is")) {
        assertThat(errorLines(file)).as(entry).contains(Integer.valueOf(parts[1]));
      } else if (!parts[3].startsWith("Error validating: This")) {
        assertThat(errorLines(file)).as(entry).doesNotContain(Integer.valueOf(parts[1]));
      }
    }
  }

  @Test
  void noCutMakesItThrow() {
    for (SourceFile schema : Corpus.schemas()) {
      String text = schema.text();
      for (int i = 1; i < 40; i++) {
        check(text.substring(0, text.length() * i / 40 - i % 7));
      }
    }
  }

  @Test
  void noMutationMakesItThrow() {
    var random = new Random(42);
    for (SourceFile schema : Corpus.schemas()) {
      for (int i = 0; i < 40; i++) {
        var text = new StringBuilder(schema.text().substring(0, Math.min(8_000, schema.text().length())));
        for (int j = 0; j < 1 + i; j++) {
          char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
          int at = random.nextInt(text.length());
          switch (random.nextInt(3)) {
            case 0 -> text.setCharAt(at, c);
            case 1 -> text.insert(at, c);
            default -> text.deleteCharAt(at);
          }
        }
        check(text.toString());
      }
    }
  }

  /** Reads it, and looks whether each span is one of the text and each line has at most one error. */
  private static void check(String text) {
    PrismaFile file = Snippet.read(text);
    for (Block block : file.blocks()) {
      assertThat(Snippet.text(file, block)).contains(block.name().text());
    }
    assertThat(file.errors()).allSatisfy(e -> assertThat(Snippet.text(file, e)).isNotEmpty());
    assertThat(errorLines(file)).hasSameSizeAs(file.errors());
  }

  private static Set<Integer> errorLines(PrismaFile file) {
    return file.errors().stream().map(e -> file.file().position(e.span().start()).line()).collect(
        Collectors.toCollection(TreeSet::new));
  }

  private static long countLines(SourceFile schema, String pattern) {
    return schema.text().lines().filter(line -> line.matches(pattern)).count();
  }

  private static long count(PrismaFile file) {
    return file.blocks().stream().mapToLong(block -> switch (block) {
      case Datasource d -> d.assignments().size();
      case Generator g -> g.assignments().size();
      case Model m -> m.fields().size() + m.attributes().size();
      case EnumBlock e -> e.values().size() + e.attributes().size();
      case CompositeType t -> t.fields().size() + t.attributes().size();
    }).sum();
  }
}
