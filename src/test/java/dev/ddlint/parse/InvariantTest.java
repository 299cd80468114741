package dev.ddlint.parse;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No text, real or broken, makes the reader throw or lose a character. */
class InvariantTest {
  /** What SQL is made of, in no order: random rows of it come closer to the grammar than random characters. */
  private static final List<String> PIECES = List.of("CREATE", "TABLE", "ALTER", "DROP", "COLUMN", "INDEX", "TYPE",
      "AS",
      "ENUM", "DO", "$$", "$a$", "BEGIN", "END", "IF", "THEN", "LOOP", "CASE", "WHEN", "EXCEPTION", "DECLARE",
      "EXECUTE",
      "ATOMIC", "FUNCTION", "COPY", "FROM", "stdin", "\\.", "\n", "'", "''", "\"", "E'", "\\", "(", ")", "[", "]", ";",
      ";", ",", ".", "::", "=", "*", "%", "--", "--> statement-breakpoint", "/*", "*/", "{{", "}}", "${", "}",
      "{{ x }}",
      "a", "b", "1", "1.5", "NOT", "NULL", "DEFAULT", "PRIMARY", "KEY", "REFERENCES", "ON", "DELETE", "SET", "USING",
      "WHERE", "WITH", "SELECT", "INSERT", "INTO", "UPDATE", "VALUES", "GRANT", "TO", "COMMENT", "IS", "VACUUM", "LOCK",
      "POLICY", "TRIGGER", "VIEW", "SCHEMA", "SEQUENCE", "DOMAIN", "float", "interval", "U&\"", "\uD83D\uDE00",
      "\uFEFF",
      "\u00E9", "\0", "\uE000", "\uD800", "\\g", "<<");

  @Test
  void everyCorpusFile() {
    for (Path file : Corpus.sqlFiles()) {
      Invariants.check(file.toString(), Corpus.text(file));
    }
  }

  @Test
  void rowsOfPieces() {
    for (int seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      String text = random.ints(1 + random.nextInt(40), 0, PIECES.size()).mapToObj(PIECES::get)
          .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
      Invariants.check("pieces, seed " + seed, text);
    }
  }

  @Test
  void randomCharacters() {
    for (int seed = 0; seed < 5_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      random.ints(random.nextInt(200), 0, 128).forEach(c -> text.append((char) c));
      Invariants.check("characters, seed " + seed, text.toString());
    }
  }

  @Test
  void mutatedCorpusFiles() {
    List<Path> files = Corpus.sqlFiles();
    int rounds = Integer.getInteger("ddlint.fuzz", 3_000);
    for (int seed = 0; seed < rounds; seed++) {
      Random random = new Random(seed);
      Path file = files.get(random.nextInt(files.size()));
      String text = Corpus.text(file);
      for (int i = random.nextInt(6); i >= 0 && !text.isEmpty(); i--) {
        text = mutate(text, random);
      }
      Invariants.check(file + ", seed " + seed, text);
    }
  }

  private static String mutate(String text, Random random) {
    int at = random.nextInt(text.length());
    int to = Math.min(text.length(), at + 1 + random.nextInt(random.nextInt(8) == 0 ? 200 : 4));
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return switch (random.nextInt(5)) {
      case 0 -> text.substring(0, at) + text.substring(to);
      case 1 -> text.substring(0, to) + text.substring(at);
      case 2 -> text.substring(0, at) + piece + text.substring(at);
      case 3 -> text.substring(0, at) + piece + text.substring(to);
      default -> random.nextInt(4) == 0 ? text.substring(0, at) : text.substring(at);
    };
  }
}
