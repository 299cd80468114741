package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.ConfigurationException;
import dev.ddlint.finding.Finding;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.rule.RuleIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A baseline holds back what was there, and nothing else. */
class BaselineTest {
  private static final String HISTORY = "CREATE TABLE users (id bigint PRIMARY KEY, name text, fax text);\n";

  @TempDir
  private Path folder;

  private static Result against(Result before, Result now) throws ConfigurationException {
    return now.against(Baseline.parse(Baseline.write(before.findings()), "b.tsv"));
  }

  @Test
  void holdsBackWhatWasThere() throws ConfigurationException {
    Result then = new Bench(folder).file("1.sql", HISTORY).file("2.sql", "ALTER TABLE users DROP COLUMN fax;")
        .lint(".");
    assertThat(Bench.brief(then)).containsExactly("2.sql:1 drop-column");
    assertThat(against(then, then).findings()).isEmpty();
    assertThat(against(then, then).heldBack()).hasSize(1);
  }

  @Test
  void layoutCommentsAndFileNamesDoNotCount() throws ConfigurationException {
    Result then = new Bench(folder.resolve("a")).file("1.sql", HISTORY)
        .file("2.sql", "ALTER TABLE users DROP COLUMN fax, ALTER name TYPE varchar(10);").lint(".");
    Result now = new Bench(folder.resolve("b")).file("db/10.sql", "-- all users\n" + HISTORY).file("db/20.sql", """
        /* agreed */ alter table users -- the old ones
          drop column /* nobody faxes */ fax,
          alter name type VARCHAR( 10 );
        """).lint(".");
    assertThat(then.findings()).hasSizeGreaterThan(1);
    assertThat(against(then, now).findings()).isEmpty();
  }

  @Test
  void oneEntryHoldsBackOneFinding() throws ConfigurationException {
    String again = "UPDATE users SET name = 'x';\nALTER TABLE users ALTER name SET NOT NULL;\n"
        + "ALTER TABLE users ALTER name DROP NOT NULL;\n";
    Result then = new Bench(folder).file("1.sql", HISTORY).file("2.sql", again)
        .lint(Configuration.DEFAULT, "2.sql");
    Result now = new Bench(folder).file("3.sql", again).lint(".");
    assertThat(now.findings()).hasSize(2 * then.findings().size());
    assertThat(Bench.brief(against(then, now))).allMatch(brief -> brief.startsWith("3.sql"))
        .hasSize(then.findings().size());
  }

  @Test
  void whatIsGoneCanBePruned() throws ConfigurationException {
    Result then = new Bench(folder).file("1.sql", HISTORY)
        .file("2.sql", "ALTER TABLE users DROP COLUMN fax; ALTER TABLE users RENAME name TO label;").lint(".");
    Result now = new Bench(folder).file("2.sql", "ALTER TABLE users DROP COLUMN fax;").lint(".");
    List<Finding> kept = Baseline.parse(Baseline.write(then.findings()), "b").split(now.findings()).heldBack();
    assertThat(Baseline.write(kept).lines().filter(line -> !line.startsWith("#"))).hasSize(1)
        .allMatch(line -> line.endsWith("\tdrop-column\tpublic.users.fax\t2.sql"));
  }

  @Test
  void aBrokenLineIsNamed() {
    assertThatThrownBy(() -> Baseline.parse("# ddlint baseline 1\nabc\tdrop-column\n", "b.tsv"))
        .hasMessageStartingWith("b.tsv:2: expected a fingerprint of 32 hexadecimal digits, not `abc`");
  }

  /** Each real history: all findings held back, whatever becomes of the layout; one new hazard is the only one told. */
  @TestFactory
  Stream<DynamicTest> realHistories() throws IOException {
    Path corpus = Corpus.folder();
    List<Path> repositories;
    try (Stream<Path> list = Files.list(corpus)) {
      repositories = list.filter(Files::isDirectory).sorted().toList();
    }
    return repositories.stream().map(repository -> DynamicTest.dynamicTest(repository.getFileName().toString(), () -> {
      Result then = lint(repository);
      Path moved = copy(repository, folder.resolve("moved/" + repository.getFileName()));
      Result now = lint(moved);
      assertThat(against(then, now).findings()).as("reformatted").isEmpty();
      if (!then.findings().isEmpty()) {
        List<Finding> known = then.findings().subList(1, then.findings().size());
        Baseline older = Baseline.parse(Baseline.write(known), "b.tsv");
        assertThat(then.against(older).findings()).as("one new hazard").hasSize(1);
      }
    }));
  }

  private static Result lint(Path folder) throws InterruptedException {
    return Linter.lint(ProjectFinder.find(List.of(folder), folder), RuleIndex.load(), Configuration.DEFAULT);
  }

  /** A copy in which each statement of SQL stands lower, indented and behind a comment. */
  private static Path copy(Path from, Path to) {
    try (Stream<Path> walk = Files.walk(from)) {
      List<Path> files = walk.filter(Files::isRegularFile).toList();
      for (Path file : files) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        byte[] bytes = Files.readAllBytes(file);
        Files.write(target, file.toString().endsWith(".sql") ? reformatted(bytes) : bytes);
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes, since not every file is UTF-8; a line of its own before the first one leaves tools' directives alone. */
  private static byte[] reformatted(byte[] text) {
    byte[] head = "-- moved\n\n".getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(head, head.length + text.length);
    System.arraycopy(text, 0, all, head.length, text.length);
    return all;
  }
}
