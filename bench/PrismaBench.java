import dev.ddlint.config.Configuration;
import dev.ddlint.engine.Linter;
import dev.ddlint.engine.Result;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.rule.RuleIndex;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Reading, lowering and judging a made-up Prisma schema of 1,000 models with 3,000 relations, from its file to the findings.
 *
 * <pre>java -cp target/classes:... bench/PrismaBench.java</pre>
 */
final class PrismaBench {
  private static final int MODELS = 1_000;
  private static final int RELATIONS = 3_000;
  private static final int ROUNDS = 5;

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("prisma-bench");
    Path file = folder.resolve("schema.prisma");
    Files.writeString(file, schema());
    for (int round = 0; round < ROUNDS; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Result result = Linter.lint(ProjectFinder.find(List.of(file), folder), RuleIndex.load(), Configuration.DEFAULT);
      long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      System.out.printf(Locale.ROOT, "round %d: %d findings in %d ms of processor time%n", round + 1,
          result.findings().size(), took / 1_000_000);
    }
    Files.delete(file);
    Files.delete(folder);
  }

  private static String schema() {
    Random random = new Random(1);
    StringBuilder[] bodies = new StringBuilder[MODELS];
    for (int i = 0; i < MODELS; i++) {
      bodies[i] = new StringBuilder("  id Int @id @default(autoincrement())\n  name String @db.VarChar(200)\n"
          + "  email String @unique\n  createdAt DateTime @default(now())\n  updatedAt DateTime @updatedAt\n");
    }
    for (int r = 0; r < RELATIONS; r++) {
      int from = random.nextInt(MODELS);
      int to = random.nextInt(MODELS);
      bodies[from].append(String.format(Locale.ROOT,
          "  r%d_Id Int%n  r%d Model%d @relation(\"R%d\", fields: [r%d_Id], references: [id], onDelete: Cascade)%n", r, r, to, r,
          r));
      bodies[to].append(String.format(Locale.ROOT, "  b%d Model%d[] @relation(\"R%d\")%n", r, from, r));
    }
    StringBuilder schema = new StringBuilder("datasource db {\n  provider = \"postgresql\"\n}\n");
    for (int i = 0; i < MODELS; i++) {
      schema.append("\nmodel Model").append(i).append(" {\n").append(bodies[i]).append("}\n");
    }
    return schema.toString();
  }
}
