package dev.ddlint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ddlint.report.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ddlint diff} with files, folders and commits. */
class DiffCommandTest {
  private static final String DATASOURCE = "datasource db {\n  provider = \"postgresql\"\n}\n\n";
  private static final String OLD = "model User {\n  id   Int    @id\n  name String\n}\n";
  private static final String NEW = "model User {\n  id   Int    @id\n  full String @default(cuid())\n}\n";

  @TempDir
  private Path folder;

  private record Said(int code, String out, String err) {}

  private Said diff(String... arguments) {
    List<String> all = new ArrayList<>(List.of("diff"));
    all.addAll(List.of(arguments));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), Style.PLAIN);
    int code = new Cli(List.of(new DiffVerb(new DiffCommand()))).run(all, console);
    return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return file.toString();
  }

  @Test
  void twoFiles() throws IOException {
    Said said = diff(file("old.prisma", OLD), file("new.prisma", DATASOURCE + NEW));
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).startsWith("""
        -- AlterTable
        ALTER TABLE "User" DROP COLUMN "name",
        ADD COLUMN     "full" TEXT NOT NULL;

        """).contains("error[suspected-rename]", "new.prisma:5:1", "old.prisma:3:3", "`@map(\"name\")`");
    assertThat(said.err()).isEmpty();
  }

  @Test
  void defaultsOfTheClient() throws IOException {
    Said said = diff(file("old.prisma", "model User {\n  id Int @id\n}\n"), file("new.prisma", DATASOURCE + NEW));
    assertThat(said.out()).contains("error[required-column-without-default]", "new.prisma:7:3",
        "`@default(cuid())` is filled in by Prisma's client", "= sql: ADD COLUMN \"full\" TEXT NOT NULL");
  }

  @Test
  void equalSchemas() throws IOException {
    Said said = diff(file("old.prisma", OLD), file("new.prisma", DATASOURCE + OLD + "// a comment\n"));
    assertThat(said.code()).isZero();
    assertThat(said.out()).startsWith("-- Both schemas make the same database.\n");
  }

  @Test
  void aCommentSilences() throws IOException {
    Said said = diff(file("old.prisma", OLD),
        file("new.prisma",
            "// ddlint:ignore-file suspected-rename, drop-column, required-column-without-default: agreed\n"
                + NEW));
    assertThat(said.code()).isZero();
  }

  @Test
  void foldersOfSeveralFiles() throws IOException {
    file("a/schema/base.prisma", DATASOURCE);
    file("a/schema/user.prisma", OLD);
    file("b/schema/base.prisma", DATASOURCE);
    file("b/schema/user.prisma", NEW);
    Said said = diff(folder.resolve("a").toString(), folder.resolve("b").toString());
    assertThat(said.out()).contains("DROP COLUMN \"name\"", "b/schema/user.prisma:3:3");
  }

  @Test
  void aSchemaOfAnotherDatabase() throws IOException {
    Said said = diff(file("old.prisma", OLD), file("new.prisma", DATASOURCE.replace("postgresql", "mysql") + NEW));
    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("not judged: 1 file of MySQL");
  }

  @Test
  void commits() throws IOException, InterruptedException {
    Path repository = folder.resolve("repository");
    assumeTrue(git(folder, "init", "-q", repository.toString()) == 0, "no git");
    String schema = file("repository/prisma/schema.prisma", DATASOURCE + OLD);
    git(repository, "add", "-A");
    git(repository, "-c", "user.name=n", "-c", "user.email=e@x", "commit", "-q", "-m", "one");
    file("repository/prisma/schema.prisma", DATASOURCE + NEW);

    assertThat(diff("git:HEAD", schema).out()).contains("DROP COLUMN \"name\"", "HEAD:prisma/schema.prisma:7:3");
    assertThat(diff("git:HEAD", repository.toString()).out()).contains("DROP COLUMN \"name\"");
    assertThat(diff("git:HEAD:prisma", repository.toString()).out()).contains("DROP COLUMN \"name\"");
    assertThat(diff(schema, "git:HEAD:prisma/schema.prisma").out()).contains("DROP COLUMN \"full\"");
    assertThat(diff("git:no-such-branch", schema).err()).contains("no-such-branch", "no commit that git knows");
    assertThat(diff("git:--help", schema).err()).contains("expected a branch, a tag or a commit");
    assertThat(diff("git:HEAD:elsewhere", schema).err()).contains("the commit has no Prisma schema at elsewhere");
    assertThat(diff("git:no-such-branch", schema).code()).isEqualTo(2);
  }

  @Test
  void whatIsNotThere() throws IOException {
    Said nothing = diff(folder.resolve("no.prisma").toString(), file("new.prisma", NEW));
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.err()).contains("no.prisma");
    Said noRepository = diff("git:HEAD", file("plain/new.prisma", NEW));
    assertThat(noRepository.code()).isEqualTo(2);
    assertThat(noRepository.err()).contains("git");
  }

  private static int git(Path folder, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
  }
}
