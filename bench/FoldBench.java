import dev.ddlint.catalog.State;
import dev.ddlint.ir.Statement;
import dev.ddlint.parse.Script;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.text.SourceFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Reading against folding, on a made-up history and on a folder of real ones. Each state is kept, as a run keeps it.
 *
 * <pre>java -cp target/classes:... bench/FoldBench.java [FOLDER]</pre>
 */
final class FoldBench {
  private static final int ROUNDS = 5;

  public static void main(String[] arguments) throws Exception {
    for (int migrations : new int[] {1_000, 10_000, 50_000}) {
      measure("made up, " + migrations + " migrations", history(migrations, Math.min(2_000, migrations / 5)));
    }
    if (arguments.length > 0) {
      try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
        List<SourceFile> all = new ArrayList<>();
        for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
          all.add(new SourceFile(file.toString(), Files.readString(file)));
        }
        measure(arguments[0], all);
      }
    }
  }

  private static void measure(String name, List<SourceFile> history) {
    long[] reading = new long[ROUNDS];
    long[] folding = new long[ROUNDS];
    int statements = 0;
    long kept = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = cpu();
      List<Script> scripts = new ArrayList<>();
      ScriptReader reader = new ScriptReader();
      history.forEach(file -> scripts.add(reader.read(file)));
      reading[round] = cpu() - start;
      long before = used();
      start = cpu();
      List<State> states = new ArrayList<>();
      State state = State.EMPTY;
      statements = 0;
      for (Script script : scripts) {
        state = state.beginMigration(states.size());
        for (Statement statement : script.statements()) {
          state = state.apply(statement, script.file()).after();
          statements++;
        }
        states.add(state);
      }
      folding[round] = cpu() - start;
      kept = used() - before;
      if (states.isEmpty()) {
        throw new AssertionError();
      }
    }
    Arrays.sort(reading);
    Arrays.sort(folding);
    System.out.printf(Locale.ROOT, "%-32s %7d statements  read %7.1f ms  fold %7.1f ms  all states %5d MB%n", name,
        statements, reading[ROUNDS / 2] / 1e6, folding[ROUNDS / 2] / 1e6, kept >> 20);
  }

  /** Processor time: the machine may have other work. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** The first fifth of the files make tables, at least one each; the rest change them as migrations do. */
  private static List<SourceFile> history(int migrations, int tables) {
    Random random = new Random(7);
    List<SourceFile> files = new ArrayList<>();
    for (int i = 0; i < migrations; i++) {
      String sql = i < tables ? created(i, random) : changed(i, random.nextInt(tables), tables, random);
      files.add(new SourceFile("m" + i + ".sql", sql));
    }
    return files;
  }

  private static String created(int table, Random random) {
    StringBuilder sql = new StringBuilder("CREATE TABLE t" + table + " (id bigserial PRIMARY KEY");
    for (int i = 0; i < 12; i++) {
      sql.append(",\n  c").append(i).append(i % 3 == 0 ? " text NOT NULL DEFAULT ''" : " integer");
    }
    if (table > 0) {
      sql.append(",\n  parent bigint REFERENCES t").append(random.nextInt(table)).append(" (id) ON DELETE CASCADE");
    }
    return sql.append(",\n  CHECK (c1 > 0)\n);\nCREATE INDEX ON t" + table + " (c1, c2);\n").toString();
  }

  private static String changed(int i, int table, int tables, Random random) {
    String t = "t" + table;
    return switch (random.nextInt(9)) {
      case 0 -> "ALTER TABLE " + t + " ADD COLUMN n" + i + " text DEFAULT 'x' NOT NULL, ADD COLUMN m" + i + " int;";
      case 1 -> "CREATE INDEX CONCURRENTLY i" + i + " ON " + t + " (c3, c4) WHERE c5 > 0;";
      case 2 -> "ALTER TABLE " + t + " ALTER COLUMN c" + random.nextInt(12) + " SET NOT NULL;";
      case 3 -> "ALTER TABLE " + t + " ADD CONSTRAINT k" + i + " FOREIGN KEY (c2) REFERENCES t" + random.nextInt(tables)
          + " (id) NOT VALID;\nALTER TABLE " + t + " VALIDATE CONSTRAINT k" + i + ";";
      case 4 -> "ALTER TABLE " + t + " ADD COLUMN d" + i + " int;\nALTER TABLE " + t + " DROP COLUMN d" + i + ";";
      case 5 -> "ALTER TABLE " + t + " RENAME COLUMN c6 TO r" + i + ";\nALTER TABLE " + t + " RENAME COLUMN r" + i
          + " TO c6;";
      case 6 -> "ALTER TABLE " + t + " ALTER COLUMN c7 TYPE bigint;\nUPDATE " + t + " SET c7 = 1 WHERE c7 IS NULL;";
      case 7 -> "CREATE TABLE x" + i + " (id int PRIMARY KEY, t bigint REFERENCES " + t + ");\nDROP TABLE x" + i + ";";
      default -> "CREATE UNIQUE INDEX u" + i + " ON " + t + " (id, c1);\nDROP INDEX u" + i + ";";
    };
  }
}
