package dev.ddlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.engine.Linter;
import dev.ddlint.project.Found;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.rule.RuleIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page is whole, it draws what the migrations lock, and no text of a file becomes a part of it. */
class HtmlReportTest {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)((?: [a-zA-Z-]+(?:=\"[^\"<>]*\")?)*)(/?)>");
  private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-zA-Z-]+)(?:=\"([^\"]*)\")?");
  private static final Set<String> EMPTY = Set.of("meta", "input", "br");
  private static final Set<String> ATTRIBUTES = Set.of("lang", "charset", "http-equiv", "content", "name", "class",
      "href", "id", "aria-labelledby", "aria-label", "aria-live", "aria-hidden", "role", "tabindex", "scope", "hidden",
      "type", "value", "checked", "autocomplete", "data-level", "data-rule", "width", "height", "viewBox", "d", "x",
      "y",
      "cx", "cy", "r", "rx");
  private static final String EVIL = "\"><script>a()</script><img onerror=b()>' \u202e&#x3c;b ##[x";

  private @TempDir Path folder;

  private Run run() throws IOException, InterruptedException {
    Found found = ProjectFinder.find(List.of(Path.of("m")), folder);
    RuleIndex rules = RuleIndex.load();
    Run run = Run.of(Linter.lint(found, rules, Configuration.DEFAULT), rules, "m", Duration.ZERO);
    return run.with(Linter.impact(found, Configuration.DEFAULT, new ArrayList<>()));
  }

  private void goose(String file, String up) throws IOException {
    Files.createDirectories(folder.resolve("m"));
    Files.writeString(folder.resolve("m").resolve(file), "-- +goose Up\n" + up);
  }

  private String page(String a) throws IOException, InterruptedException {
    String quoted = '"' + a.replace("\"", "\"\"") + '"';
    goose("1_tables.sql", "CREATE TABLE " + quoted + " (id int PRIMARY KEY, n int);\n"
        + "CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES " + quoted + " (id));\n");
    goose("2_change.sql", "CREATE INDEX i ON " + quoted + " (n);\nALTER TABLE b ADD COLUMN m int;\n"
        + "ALTER TABLE " + quoted + " ALTER COLUMN n TYPE bigint;\n");
    goose("3_quiet.sql", "ALTER TABLE b ADD COLUMN k int;\n");
    goose("4_own.sql", "CREATE TABLE own (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);\n");
    return Format.HTML.render(run(), Style.PLAIN);
  }

  /** The tags, each closed where it should be; what is left is text without a character that could begin one. */
  private static List<String> tags(String page) {
    String body = page.substring("<!doctype html>".length()).replaceAll("(?s)<style>.*?</style>", "")
        .replaceAll("(?s)<script>.*?</script>", "");
    Matcher tag = TAG.matcher(body);
    List<String> names = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    while (tag.find()) {
      names.add(tag.group(2));
      ATTRIBUTE.matcher(tag.group(3)).results()
          .forEach(attribute -> assertThat(ATTRIBUTES).as(tag.group()).contains(attribute.group(1)));
      if (!tag.group(1).isEmpty()) {
        assertThat(open.pop()).as(tag.group()).isEqualTo(tag.group(2));
      } else if (tag.group(4).isEmpty() && !EMPTY.contains(tag.group(2))) {
        open.push(tag.group(2));
      }
    }
    assertThat(open).isEmpty();
    assertThat(TAG.matcher(body).replaceAll("")).doesNotContain("<", ">", "\"", "'", "\u202e", "##[");
    return names;
  }

  @Test
  void theFramesOfThePageStandWhateverNamesSay() throws Exception {
    List<String> plain = tags(page("a"));
    assertThat(tags(page(EVIL))).isEqualTo(plain).doesNotContain("script", "img", "style", "link", "iframe");
  }

  @Test
  void whatAFindingCarriesStaysText() {
    String page = Format.HTML.render(FormatTest.hostile(), Style.PLAIN);
    assertThat(tags(page)).doesNotContain("script");
    assertThat(page.split("<script>", -1)).hasSize(2);
    assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(tags(Format.HTML.render(Sample.large(60), Style.PLAIN))).contains("article");
    assertThat(tags(Format.HTML.render(Sample.run(List.of()), Style.PLAIN))).doesNotContain("form", "article");
  }

  @Test
  void onlyItsOwnStyleAndScriptAreAllowed() throws Exception {
    String page = page("a");
    assertThat(page).contains("default-src 'none'; style-src '" + hash(inside(page, "style")) + "'; script-src '"
        + hash(inside(page, "script")) + "'; base-uri 'none'; form-action 'none'");
    assertThat(page).doesNotContainPattern("https?://|url\\(|@import| style=|innerHTML");
  }

  private static String inside(String page, String tag) {
    return page.substring(page.indexOf("<" + tag + ">") + tag.length() + 2, page.indexOf("</" + tag + ">"));
  }

  private static String hash(String text) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  @Test
  void locksAreDrawnUntilTheTransactionEnds() throws Exception {
    String page = page("a");
    assertThat(page).contains("<title>SHARE on a from statement 1 to 3; ACCESS EXCLUSIVE on a from statement 3 to 3; "
        + "ACCESS EXCLUSIVE on b from statement 2 to 3</title>");
    assertThat(page).contains("<circle class=\"error\"", "one transaction: goose wraps each file in a transaction");
  }

  @Test
  void migrationsWithoutFindingsAreThereToBeOpened() throws Exception {
    String page = page("a");
    String quiet = page.substring(page.indexOf("Migrations without findings"));
    assertThat(quiet).contains("<details class=\"file\"><summary><code>m/3_quiet.sql</code></summary>",
        "Besides, 1 migration locks nothing that others use.");
  }

  @Test
  void theClauseIsMarkedInItsLines() throws Exception {
    assertThat(page("a")).contains("<span class=\"number\">2</span> <mark>CREATE INDEX i ON &quot;a&quot; (n)</mark>;");
  }
}
