package dev.ddlint.report;

import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.ReportingDescriptor;
import dev.ddlint.finding.Level;
import dev.ddlint.rule.Category;
import dev.ddlint.rule.RulePage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Rules as SARIF describes them, taken from their pages. */
final class SarifRules {
  /** GitHub keeps no more. */
  private static final int MOST_TAGS = 10;

  private SarifRules() {}

  static ReportingDescriptor descriptor(RulePage page) {
    ReportingDescriptor descriptor = new ReportingDescriptor();
    descriptor.setId(page.id());
    descriptor.setName(camel(page.id()));
    descriptor.setShortDescription(text(sentence(page.title())));
    descriptor.setFullDescription(text(firstParagraph(page.section(RulePage.WHAT))));
    MultiformatMessageString help = text(plain(page));
    help.setMarkdown(markdown(page));
    descriptor.setHelp(help);
    ReportingConfiguration configuration = new ReportingConfiguration();
    configuration.setEnabled(page.onByDefault());
    configuration.setLevel(ReportingConfiguration.Level.fromValue(page.level().word()));
    descriptor.setDefaultConfiguration(configuration);
    descriptor.setProperties(properties(page));
    return descriptor;
  }

  private static PropertyBag properties(RulePage page) {
    Set<String> tags = new LinkedHashSet<>();
    boolean security = page.category() == Category.TENANCY;
    if (security) {
      tags.add("security");
    }
    tags.add(page.category().word());
    tags.addAll(page.tags());
    PropertyBag bag = new PropertyBag();
    bag.setTags(new LinkedHashSet<>(tags.stream().limit(MOST_TAGS).toList()));
    bag.setAdditionalProperty("precision", page.level() == Level.ERROR ? "very-high" : "high");
    bag.setAdditionalProperty("problem.severity", page.level() == Level.NOTE ? "recommendation" : page.level().word());
    if (security) {
      bag.setAdditionalProperty("security-severity", severity(page.level()));
    }
    return bag;
  }

  /** GitHub's bands: from 7.0 high, from 4.0 medium, below low. */
  private static String severity(Level level) {
    return switch (level) {
      case ERROR -> "8.0";
      case WARNING -> "5.5";
      case NOTE -> "3.0";
    };
  }

  private static String plain(RulePage page) {
    return page.section(RulePage.WHY) + "\n\nDo this instead:\n\n" + page.section(RulePage.INSTEAD);
  }

  private static String markdown(RulePage page) {
    List<String> parts = new ArrayList<>(List.of(page.markdown()));
    if (!page.references().isEmpty()) {
      parts.add("## Read on\n\n" + String.join("\n", page.references().stream().map(a -> "- <" + a + ">").toList()));
    }
    return String.join("\n\n", parts);
  }

  private static MultiformatMessageString text(String text) {
    MultiformatMessageString message = new MultiformatMessageString();
    message.setText(text);
    return message;
  }

  /** A headline as a sentence: SARIF's messages begin with a capital and end with a full stop. */
  static String sentence(String headline) {
    int first = headline.isEmpty() ? 0 : Character.charCount(headline.codePointAt(0));
    String capital = headline.substring(0, first).toUpperCase(java.util.Locale.ROOT) + headline.substring(first);
    return stopped(capital);
  }

  /** The same words with a full stop, for what begins with a file's name. */
  static String stopped(String words) {
    return words.endsWith(".") || words.endsWith("?") ? words : words + ".";
  }

  private static String firstParagraph(String markdown) {
    int end = markdown.indexOf("\n\n");
    String first = (end < 0 ? markdown : markdown.substring(0, end)).replace('\n', ' ').strip();
    return first.endsWith(":") ? first.substring(0, first.length() - 1) + "." : first;
  }

  private static String camel(String id) {
    StringBuilder name = new StringBuilder();
    for (String word : id.split("-")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }
}
