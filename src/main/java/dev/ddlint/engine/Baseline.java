package dev.ddlint.engine;

import dev.ddlint.config.ConfigurationException;
import dev.ddlint.finding.Finding;
import dev.ddlint.text.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings that were there when a team began to use ddlint. They are held back until they go: as many of one
 * fingerprint as the file has lines of it. A fingerprint is made of rule, object and clause, so that moved and
 * reformatted files stay matched.
 */
public final class Baseline {
  private static final String HEAD = "# ddlint baseline 1\n"
      + "# Findings that are held back: fingerprint, rule, object, file. Written by `ddlint baseline`.\n";
  private static final int FINGERPRINT = 32;
  private static final Comparator<Finding> IN_ORDER = Order.by(Finding::rule)
      .thenComparing(finding -> finding.object().name()).thenComparing(Finding::fingerprint)
      .thenComparing(finding -> finding.place().file().path()).thenComparing(finding -> finding.place().span());

  /** How many findings of a fingerprint are held back. */
  private final Map<String, Integer> counts;

  /** What is left of a run's findings. */
  public record Split(List<Finding> reported, List<Finding> heldBack) {}

  private Baseline(Map<String, Integer> counts) {
    this.counts = counts;
  }

  /**
   * Reads a baseline.
   *
   * @throws ConfigurationException when it cannot be read, or is none
   */
  public static Baseline read(Path file) throws ConfigurationException {
    try {
      return parse(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new ConfigurationException(file + ": the baseline cannot be read (" + e.getMessage()
          + "); `ddlint baseline` writes one");
    }
  }

  static Baseline parse(String text, String name) throws ConfigurationException {
    Map<String, Integer> counts = new HashMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        int end = line.indexOf('\t');
        String fingerprint = end < 0 ? line.strip() : line.substring(0, end);
        if (fingerprint.length() != FINGERPRINT || !fingerprint.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
          throw new ConfigurationException(name + ":" + number + ": expected a fingerprint of " + FINGERPRINT
              + " hexadecimal digits, not `" + fingerprint + "`; `ddlint baseline` writes the file anew");
        }
        counts.merge(fingerprint, 1, Integer::sum);
      }
    }
    return new Baseline(counts);
  }

  /** A baseline that holds back all of these findings. */
  public static String write(List<Finding> findings) {
    StringBuilder out = new StringBuilder(HEAD);
    findings.stream().sorted(IN_ORDER)
        .forEach(finding -> out.append(finding.fingerprint()).append('\t').append(finding.rule()).append('\t')
            .append(oneLine(finding.object().name())).append('\t').append(oneLine(finding.place().file().path()))
            .append('\n'));
    return out.toString();
  }

  /** Names may hold anything; the line must stay one line of four fields. */
  private static String oneLine(String name) {
    StringBuilder out = new StringBuilder(name.length());
    name.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(out::appendCodePoint);
    return out.toString();
  }

  /** Holds back the first findings of each fingerprint, in their order, as many as the baseline has. */
  public Split split(List<Finding> findings) {
    Map<String, Integer> left = new HashMap<>(counts);
    List<Finding> reported = new ArrayList<>();
    List<Finding> heldBack = new ArrayList<>();
    for (Finding finding : findings) {
      boolean held = left.getOrDefault(finding.fingerprint(), 0) > 0;
      left.computeIfPresent(finding.fingerprint(), (fingerprint, count) -> count - 1);
      (held ? heldBack : reported).add(finding);
    }
    return new Split(reported, heldBack);
  }
}
