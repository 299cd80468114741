import dev.ddlint.engine.ExampleProject;
import dev.ddlint.finding.Advice;
import dev.ddlint.rule.Category;
import dev.ddlint.rule.Example;
import dev.ddlint.rule.RulePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the rules' pages as a site of plain files that needs no server: an index that can be searched by id, title and
 * alias, and a page a rule, with what ddlint says of its examples as it says it. Run by {@code docs/site}:
 * {@code java build/SiteBuilder.java rules target/site}, with the program and its tests on the class path: examples run as
 * the tests run them.
 */
final class SiteBuilder {
  private static final Pattern INLINE = Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*|\\*([^*\\s][^*]*)\\*");
  private static final Path PARTS = Path.of("build", "site");

  private final Map<String, RulePage> pages;
  private final Path site;
  private final Path bench;
  private int benches;

  private SiteBuilder(Map<String, RulePage> pages, Path site, Path bench) {
    this.pages = pages;
    this.site = site;
    this.bench = bench;
  }

  public static void main(String[] arguments) throws IOException {
    Map<String, RulePage> pages = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
        String id = file.getFileName().toString().replaceFirst("\\.md$", "");
        pages.put(id, RulePage.parse(id, Files.readString(file)));
      }
    }
    Path bench = Files.createTempDirectory("ddlint-site");
    try {
      new SiteBuilder(pages, Path.of(arguments[1]), bench).build();
    } finally {
      try (Stream<Path> left = Files.walk(bench)) {
        left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }

  private void build() throws IOException {
    Files.createDirectories(site.resolve("rules"));
    for (String part : List.of("style.css", "search.js")) {
      Files.writeString(site.resolve(part), Files.readString(PARTS.resolve(part)));
    }
    Files.writeString(site.resolve("index.html"), index());
    for (RulePage page : pages.values()) {
      Files.writeString(site.resolve("rules").resolve(page.id() + ".html"), rule(page));
    }
    System.out.println(pages.size() + " rules in " + site.resolve("index.html"));
  }

  private static String page(String title, String root, String body, String end) {
    return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escaped(title)
        + "</title>\n<link rel=\"stylesheet\" href=\"" + root + "style.css\">\n</head>\n<body>\n" + body + end
        + "</body>\n</html>\n";
  }

  private String index() {
    StringBuilder body = new StringBuilder("<header><h1>The rules of ddlint</h1>\n<p class=\"dim\">")
        .append("Each says one thing about a migration or a schema. <code>ddlint explain RULE</code> shows the same page.")
        .append("</p>\n<p id=\"searching\" hidden><label for=\"search\">Search by id, title, or another tool's name")
        .append("</label><br><input id=\"search\" type=\"search\" autocomplete=\"off\"><br>")
        .append("<output aria-live=\"polite\"></output></p></header>\n<main>\n");
    for (Category category : Category.values()) {
      family(body, category);
    }
    return page("The rules of ddlint", "", body.append("</main>\n").toString(),
        "<script src=\"search.js\"></script>\n");
  }

  private void family(StringBuilder body, Category category) {
    List<RulePage> own = pages.values().stream().filter(page -> page.category() == category)
        .sorted(Comparator.comparing(RulePage::id)).toList();
    if (own.isEmpty()) {
      return;
    }
    body.append("<section class=\"family\" aria-labelledby=\"").append(category.word()).append("\"><h2 id=\"")
        .append(category.word()).append("\">").append(escaped(category.title())).append("</h2>\n<ul class=\"rules\">\n");
    own.forEach(page -> body.append("<li data-words=\"").append(escaped(words(page))).append("\"><a href=\"rules/")
        .append(page.id()).append(".html\"><code>").append(page.id()).append("</code></a> ").append(level(page))
        .append(page.onByDefault() ? "" : " <span class=\"dim\">off by default</span>").append("<br>")
        .append(inline(page.title(), "rules/", "")).append("</li>\n"));
    body.append("</ul></section>\n");
  }

  private static String words(RulePage page) {
    return (page.id() + " " + page.title() + " " + String.join(" ", page.aliases()) + " "
        + String.join(" ", page.tags())).toLowerCase(java.util.Locale.ROOT);
  }

  private static String level(RulePage page) {
    return "<span class=\"level " + page.level().word() + "\">" + page.level().word() + "</span>";
  }

  private String rule(RulePage page) {
    StringBuilder body = new StringBuilder("<header><p><a href=\"../index.html\">All rules</a></p>\n<h1><code>")
        .append(page.id()).append("</code></h1>\n<p>").append(inline(page.title(), "", page.id()))
        .append("</p></header>\n<main>\n");
    facts(body, page);
    markdown(body, page);
    references(body, page.references());
    return page(page.id() + ": " + page.title(), "../", body.append("</main>\n").toString(), "");
  }

  private static void facts(StringBuilder body, RulePage page) {
    body.append("<dl>\n<dt>Level</dt><dd>").append(level(page))
        .append(page.onByDefault() ? "" : ", off by default").append("</dd>\n");
    fact(body, "Family", page.category().title());
    fact(body, "For", page.dialects().stream().map(dialect -> dialect.title()).collect(Collectors.joining(", ")) + " "
        + page.versions());
    fact(body, "Since", "ddlint " + page.since());
    fact(body, "Advice", page.advice() == Advice.Kind.SAME_END
        ? "leads to the same schema"
        : page.advice() == Advice.Kind.STAGED ? "in stages, with a deploy between them" : "there is no other form");
    fact(body, "Also known as", String.join(", ", page.aliases()));
    fact(body, "Tags", String.join(", ", page.tags()));
    body.append("</dl>\n");
  }

  private static void fact(StringBuilder body, String label, String text) {
    if (!text.isBlank()) {
      body.append("<dt>").append(label).append("</dt><dd>").append(escaped(text.strip())).append("</dd>\n");
    }
  }

  private static void references(StringBuilder body, List<String> addresses) {
    if (addresses.isEmpty()) {
      return;
    }
    body.append("<h2>Read on</h2>\n<ul>\n");
    addresses.forEach(address -> body.append("<li><a href=\"").append(escaped(address)).append("\">")
        .append(escaped(address)).append("</a></li>\n"));
    body.append("</ul>\n");
  }

  /** What the pages use of Markdown: headings, paragraphs, lists, code. */
  private void markdown(StringBuilder body, RulePage page) {
    List<String> lines = page.markdown().lines().toList();
    List<String> block = new ArrayList<>();
    Iterator<Example> examples = page.examples().iterator();
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      if (line.startsWith("```")) {
        block(body, block, page);
        int end = at + 1;
        while (!lines.get(end).startsWith("```")) {
          end++;
        }
        List<String> info = List.of(line.substring("```".length()).strip().split(" "));
        code(body, info, lines.subList(at + 1, end));
        if (info.contains("bad") || info.contains("good")) {
          said(body, page, examples.next());
        }
        at = end;
      } else if (line.isBlank() || line.startsWith("## ") || line.startsWith("- ")) {
        block(body, block, page);
        block.addAll(line.isBlank() ? List.of() : List.of(line));
      } else {
        block.add(line.strip());
      }
    }
    block(body, block, page);
  }

  private void block(StringBuilder body, List<String> lines, RulePage page) {
    if (lines.isEmpty()) {
      return;
    }
    String text = String.join(" ", lines);
    if (text.startsWith("## ")) {
      body.append("<h2>").append(inline(text.substring(3), "", page.id())).append("</h2>\n");
    } else if (text.startsWith("- ")) {
      boolean goesOn = body.length() > 6 && body.substring(body.length() - 6).equals("</ul>\n");
      body.setLength(goesOn ? body.length() - 6 : body.length());
      body.append(goesOn ? "" : "<ul>\n").append("<li>").append(inline(text.substring(2), "", page.id()))
          .append("</li>\n</ul>\n");
    } else {
      body.append("<p>").append(inline(text, "", page.id())).append("</p>\n");
    }
    lines.clear();
  }

  /** What is said of a bad example. */
  private void said(StringBuilder body, RulePage page, Example example) {
    if (!example.bad()) {
      return;
    }
    benches++;
    String said = new ExampleProject(bench.resolve(String.valueOf(benches)), page, example).output();
    boolean first = body.indexOf("<details") < 0;
    body.append("<details").append(first ? " open" : "")
        .append("><summary>What ddlint says</summary>\n<pre class=\"said\"><code>").append(escaped(said))
        .append("</code></pre>\n</details>\n");
  }

  private static void code(StringBuilder body, List<String> words, List<String> lines) {
    String kind = words.contains("bad") ? "bad" : words.contains("good") ? "good" : "";
    String label = switch (words.size() > 1 ? words.get(1) : "") {
      case "bad" -> "Reported";
      case "good" -> "Not reported";
      case "history" -> "What was there before";
      case "end" -> "What the advice leads to";
      default -> "";
    };
    String how = words.stream().skip(2).map(word -> ", " + word).collect(Collectors.joining());
    body.append(label.isEmpty() ? "" : "<p class=\"kind " + kind + "\">" + label + escaped(how) + "</p>\n")
        .append("<pre class=\"").append(kind).append("\"><code>").append(escaped(String.join("\n", lines)))
        .append("</code></pre>\n");
  }

  /** The name of another rule leads to its page. */
  private String inline(String text, String folder, String self) {
    StringBuilder out = new StringBuilder();
    Matcher mark = INLINE.matcher(text);
    int at = 0;
    while (mark.find()) {
      out.append(escaped(text.substring(at, mark.start())));
      at = mark.end();
      if (mark.group(1) != null) {
        String code = "<code>" + escaped(mark.group(1)) + "</code>";
        boolean rule = pages.containsKey(mark.group(1)) && !mark.group(1).equals(self);
        out.append(rule ? "<a href=\"" + folder + mark.group(1) + ".html\">" + code + "</a>" : code);
      } else {
        out.append(mark.group(2) != null
            ? "<strong>" + escaped(mark.group(2)) + "</strong>"
            : "<em>" + escaped(mark.group(3)) + "</em>");
      }
    }
    return out.append(escaped(text.substring(at))).toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
