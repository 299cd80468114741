package dev.ddlint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ddlint.config.ConfigurationReader;
import dev.ddlint.report.Product;
import dev.ddlint.report.Style;
import dev.ddlint.rule.RuleIndex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation names is there: files, verbs, options, keys of the configuration, this version. */
class DocumentationTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]+)(?:#[^)]*)?\\)");
  private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(.*?)```");
  private static final Pattern VERB = Pattern.compile("(?m)(?:^|[`(\\s])ddlint ([a-z]+)\\b");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
  private static final Pattern VERSION = Pattern.compile("(?:ddlint-|v|version: |VERSION: \")(\\d+\\.\\d+\\.\\d+)\\b");

  @TempDir
  private Path folder;

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      return Stream.concat(docs.filter(file -> file.toString().endsWith(".md")),
          Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "bench/README.md").map(Path::of)).sorted().toList();
    }
  }

  private static List<Path> rules() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("rules"))) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static List<Verb> verbs() {
    List<Verb> verbs = List.of(new CheckVerb(new CheckCommand()), new ExplainVerb(), new RulesVerb(), new ImpactVerb(),
        new DiffVerb(new DiffCommand()), new SchemaVerb(new SchemaCommand()), new TenancyVerb(), new BaselineVerb(),
        new ConfigVerb(), new InitVerb());
    return Stream.concat(verbs.stream(), Stream.of(new CompletionVerb(verbs))).toList();
  }

  @Test
  void eachLinkLeadsSomewhere() throws IOException {
    for (Path page : pages()) {
      assertThat(LINK.matcher(Files.readString(page)).results().map(link -> link.group(1))).as(page.toString())
          .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }
  }

  /** All blocks of YAML but the one for pre-commit. */
  @Test
  void eachConfigurationIsRead() throws IOException {
    Files.writeString(folder.resolve("stats.json"), "{\"tables\": []}");
    ConfigurationReader reader = new ConfigurationReader(folder.resolve("ddlint.yaml"), RuleIndex.load());
    List<String> blocks = Stream.concat(pages().stream(), rules().stream())
        .flatMap(page -> BLOCK.matcher(read(page)).results().map(block -> block.group(1)))
        .filter(block -> !block.startsWith("repos:")).toList();
    assertThat(blocks).hasSizeGreaterThan(5);
    for (String block : blocks) {
      Files.writeString(folder.resolve("ddlint.yaml"), block);
      assertThatCode(reader::read).as(block).doesNotThrowAnyException();
    }
  }

  @Test
  void eachVerbIsThere() throws IOException {
    Set<String> there = verbs().stream().map(Verb::name).collect(Collectors.toSet());
    String readme = Files.readString(Path.of("README.md"));
    Set<String> code = Pattern.compile("(?s)```sh\n.*?```|`[^`\n]+`").matcher(readme).results().map(MatchResult::group)
        .flatMap(text -> VERB.matcher(text).results()).map(verb -> verb.group(1)).collect(Collectors.toSet());
    assertThat(there).containsAll(code);
    assertThat(code).containsAll(there);
  }

  @Test
  void eachOptionIsThere() throws IOException {
    Set<String> there = verbs().stream().flatMap(verb -> verb.syntax().options().stream()).map(Syntax.Option::name)
        .collect(Collectors.toSet());
    // Of ddlint itself, of Prisma, pre-commit and git, and a comment of Liquibase.
    Set<String> others = Set.of("--help", "--version", "--create-only", "--all-files", "--no-verify",
        "--liquibase");
    String readme = Files.readString(Path.of("README.md"));
    assertThat(OPTION.matcher(readme).results().map(MatchResult::group).filter(name -> !others.contains(name)))
        .isNotEmpty().allSatisfy(name -> assertThat(there).contains(name));
  }

  @Test
  void namesThisVersion() throws IOException {
    for (String file : List.of("README.md", "docs/ci/github.yml", "docs/ci/gitlab.yml")) {
      String text = Files.readString(Path.of(file)).replaceAll("#.*", "");
      assertThat(VERSION.matcher(text).results().map(version -> version.group(1))).as(file).isNotEmpty()
          .allSatisfy(version -> assertThat(version).isEqualTo(Product.version()));
    }
  }

  @Test
  void theTenantsAreAsPrinted() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8), System.err, Style.PLAIN);
    assertThat(new Cli(List.of(new TenancyVerb())).run(List.of("tenancy", "test-fixtures/demo"), console)).isZero();
    assertThat(Files.readString(Path.of("README.md"))).contains("```\n" + out.toString(StandardCharsets.UTF_8) + "```");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
