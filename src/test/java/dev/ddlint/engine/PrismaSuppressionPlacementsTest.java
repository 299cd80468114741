package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.finding.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a Prisma schema too: wherever a comment stands, what it names goes and nothing else does. */
class PrismaSuppressionPlacementsTest {
  private static final List<String> SCHEMA = """
      datasource db {
        provider = "postgresql"
        url      = env("URL")
      }

      model User {
        id    Int    @id
        posts Post[]
        notes Note[]
        @@index([id])
      }

      model Post {
        id       Int    @id
        title    String
        password String
        authorId Int
        author   User   @relation(fields: [authorId], references: [id])
        @@index([title])
        @@index([title, password])
      }

      model Note {
        key     String
        ownerId Int
        owner   User   @relation(fields: [ownerId], references: [id])
        @@unique([key])
      }
      """.lines().toList();
  /** The line of the schema, from 0, and what is said there. */
  private static final Map<Integer, String> FOUND = Map.of(9, "redundant-index", 15, "plaintext-secret-column", 16,
      "missing-foreign-key-index", 18, "redundant-index", 22, "missing-primary-key", 24, "missing-foreign-key-index");
  private static final List<String> RULES = FOUND.values().stream().distinct().sorted().toList();
  private static final int FILE = -1;

  @TempDir
  private Path folder;

  /** A schema with comments; its own lines keep their order. */
  private static final class Commented {
    private final Random random;
    private final List<String> lines = new ArrayList<>();
    private final Map<Integer, Integer> lineOf = new HashMap<>();
    /** {@code target rule}, by the line of the comment that names it. */
    private final Map<String, Set<Integer>> named = new HashMap<>();

    Commented(long seed) {
      random = new Random(seed);
      for (int i = 0; i < SCHEMA.size(); i++) {
        above(i);
        String line = SCHEMA.get(i);
        boolean behind = random.nextInt(4) == 0 && !line.isEmpty();
        lineOf.put(i, lines.size());
        lines.add(behind ? line + "  " + comment(declares(i) ? i : next(i)) : line);
      }
    }

    private void above(int line) {
      while (random.nextInt(4) == 0) {
        lines.add(switch (random.nextInt(4)) {
          case 0 -> "";
          case 1 -> "  // a note";
          case 2 -> "  /// documentation, no ddlint:ignore redundant-index";
          default -> "  " + comment(next(line - 1));
        });
      }
    }

    private String comment(int before) {
      boolean file = random.nextInt(10) == 0;
      List<String> rules = new ArrayList<>(RULES);
      java.util.Collections.shuffle(rules, random);
      List<String> some = rules.subList(0, 1 + random.nextInt(2));
      some.forEach(rule -> named.computeIfAbsent((file ? FILE : before) + " " + rule, key -> new HashSet<>())
          .add(lines.size()));
      return "// ddlint:ignore" + (file ? "-file " : " ") + String.join(", ", some) + ": agreed";
    }

    /** Whether a comment can stand before it. */
    private static boolean declares(int line) {
      String text = SCHEMA.get(line).strip();
      return !text.isEmpty() && !text.equals("}");
    }

    private static int next(int line) {
      int next = line + 1;
      while (next < SCHEMA.size() && !declares(next)) {
        next++;
      }
      return next;
    }

    Set<String> expected() {
      Set<String> expected = new TreeSet<>();
      FOUND.forEach((line, rule) -> {
        if (!named.containsKey(line + " " + rule) && !named.containsKey(FILE + " " + rule)) {
          expected.add(lineOf.get(line) + " " + rule);
        }
      });
      named.forEach((key, comments) -> {
        int target = Integer.parseInt(key.split(" ")[0]);
        String rule = key.split(" ")[1];
        boolean used = target == FILE || rule.equals(FOUND.get(target));
        comments.stream().filter(comment -> !used).forEach(comment -> expected.add(comment + " unused-suppression"));
      });
      return expected;
    }
  }

  private static String brief(Finding finding) {
    return finding.place().start().line() - 1 + " " + finding.rule();
  }

  @Test
  void whatIsNamedGoesAndNothingElse() {
    for (long seed = 0; seed < Integer.getInteger("ddlint.placements", 300); seed++) {
      Commented commented = new Commented(seed);
      String text = String.join(seed % 3 == 0 ? "\r\n" : "\n", commented.lines) + "\n";
      Result result = new Bench(folder).file("schema.prisma", text).lint(".");
      Set<String> found = new TreeSet<>(
          result.findings().stream().map(PrismaSuppressionPlacementsTest::brief).toList());
      assertThat(found).as("seed %s:\n%s", seed, text).isEqualTo(commented.expected());
    }
  }
}
