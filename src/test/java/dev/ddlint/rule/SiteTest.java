package dev.ddlint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site of the rules' pages: each rule has its page, each link leads somewhere. */
class SiteTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

  private static @TempDir Path site;

  @BeforeAll
  static void build() throws IOException, InterruptedException {
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-classpath", System.getProperty("java.class.path"),
        "build/SiteBuilder.java",
        "rules", site.toString()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(site)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }

  @Test
  void eachRuleHasItsPageAndItsEntry() throws IOException {
    String index = read(site.resolve("index.html"));
    for (RuleIndex.Entry rule : RuleIndex.load().all()) {
      String page = read(site.resolve("rules").resolve(rule.id() + ".html"));
      assertThat(page).contains("<h2>" + RulePage.WHAT + "</h2>", "<h2>" + RulePage.WHY + "</h2>",
          "<h2>" + RulePage.INSTEAD + "</h2>", "<h2>" + RulePage.EXAMPLES + "</h2>", "class=\"bad\"", "class=\"good\"",
          "<span class=\"level " + rule.level().word() + "\">");
      assertThat(index).contains("<a href=\"rules/" + rule.id() + ".html\">");
      rule.aliases().forEach(alias -> assertThat(index).contains(alias.toLowerCase(java.util.Locale.ROOT)));
    }
    assertThat(pages()).hasSize(RuleIndex.load().all().size() + 1);
  }

  /** As it really is: what RulePagesTest holds each example to. */
  @Test
  void eachPageShowsWhatIsSaid() {
    for (RuleIndex.Entry rule : RuleIndex.load().all()) {
      RulePage page = RulePage.of(rule);
      String html = read(site.resolve("rules").resolve(rule.id() + ".html"));
      assertThat(html.split("<pre class=\"said\">", -1)).as(rule.id())
          .hasSize(1 + (int) page.examples().stream().filter(Example::bad).count());
      assertThat(html).contains("<details open>")
          .containsPattern("(error|warning|note)\\[" + rule.id() + "\\]: ");
    }
  }

  @Test
  void eachLinkLeadsSomewhere() throws IOException {
    for (Path page : pages()) {
      LINK.matcher(read(page)).results().map(link -> link.group(1)).filter(link -> !link.startsWith("https://"))
          .forEach(link -> assertThat(page.resolveSibling(link)).as(page + " links " + link).exists());
    }
  }

  @Test
  void namesOfOtherRulesAreLinksAndNothingIsLeftOfMarkdown() throws IOException {
    assertThat(read(site.resolve("rules/drop-cascade.html")))
        .contains("<a href=\"drop-table.html\"><code>drop-table</code></a>");
    for (Path page : pages()) {
      assertThat(read(page).replaceAll("(?s)<(pre|code).*?</\\1>", "")).as(page.toString())
          .doesNotContain("```", "`", "<p>- ", "<p>## ");
    }
  }
}
