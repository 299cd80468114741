package dev.ddlint.engine;

import dev.ddlint.config.ConfigurationException;
import dev.ddlint.finding.Finding;
import dev.ddlint.text.FileTrouble;
import dev.ddlint.text.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The findings that were there when a team began to use ddlint. They are held back until they go: as many of one
 * fingerprint as the file has lines of it. A fingerprint is made of rule, object and clause, so that moved and
 * reformatted files stay matched.
 */
public final class Baseline {
  private static final String HEAD = "# ddlint baseline 1\n"
      + "# Findings that are held back: fingerprint, rule, object, file. Written by `ddlint baseline`.\n";
  private static final int FINGERPRINT = 32;
  private static final Comparator<Entry> IN_ORDER = Order.by(Entry::rule).thenComparing(Entry::object)
      .thenComparing(Entry::fingerprint).thenComparing(Entry::file);

  private final List<Entry> entries;

  /** A line. What stands behind the fingerprint is for those who read the file. */
  private record Entry(String fingerprint, String rule, String object, String file) {

    static Entry of(Finding finding) {
      return new Entry(finding.fingerprint(), finding.rule(), oneLine(finding.object().name()),
          oneLine(finding.place().file().path()));
    }
  }

  /** What is left of a run's findings. */
  public record Split(List<Finding> reported, List<Finding> heldBack) {}

  private Baseline(List<Entry> entries) {
    this.entries = entries;
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
      throw new ConfigurationException(file + ": the baseline cannot be read (" + FileTrouble.of(e)
          + "); `ddlint baseline` writes one");
    }
  }

  static Baseline parse(String text, String name) throws ConfigurationException {
    List<Entry> entries = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] fields = line.strip().split("\t", -1);
        String fingerprint = fields[0];
        if (fingerprint.length() != FINGERPRINT || !fingerprint.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
          throw new ConfigurationException(name + ":" + number + ": expected a fingerprint of " + FINGERPRINT
              + " hexadecimal digits, not `" + fingerprint + "`; `ddlint baseline` writes the file anew");
        }
        entries.add(new Entry(fingerprint, field(fields, 1), field(fields, 2), field(fields, 3)));
      }
    }
    return new Baseline(List.copyOf(entries));
  }

  private static String field(String[] fields, int number) {
    return number < fields.length ? fields[number] : "";
  }

  /** One that holds back all of these findings. */
  public static Baseline of(List<Finding> findings) {
    return new Baseline(findings.stream().map(Entry::of).toList());
  }

  /**
   * Without the entries of what is found no longer.
   *
   * @param findings of a run
   * @param seen whether the run would have found what is in a file; entries of other files stay
   */
  public Baseline pruned(List<Finding> findings, Predicate<String> seen) {
    List<Finding> heldBack = split(findings).heldBack();
    Map<String, Integer> found = counts(heldBack.stream().map(Finding::fingerprint));
    List<Entry> kept = new ArrayList<>(of(heldBack).entries);
    for (Entry entry : entries) {
      boolean there = found.getOrDefault(entry.fingerprint(), 0) > 0;
      found.computeIfPresent(entry.fingerprint(), (fingerprint, count) -> count - 1);
      if (!there && !seen.test(entry.file())) {
        kept.add(entry);
      }
    }
    return new Baseline(List.copyOf(kept));
  }

  /** How many findings it holds back. */
  public int size() {
    return entries.size();
  }

  /** The file's text. */
  public String text() {
    StringBuilder out = new StringBuilder(HEAD);
    entries.stream().sorted(IN_ORDER).forEach(entry -> out.append(entry.fingerprint()).append('\t')
        .append(entry.rule()).append('\t').append(entry.object()).append('\t').append(entry.file()).append('\n'));
    return out.toString();
  }

  private static Map<String, Integer> counts(Stream<String> fingerprints) {
    Map<String, Integer> counts = new HashMap<>();
    fingerprints.forEach(fingerprint -> counts.merge(fingerprint, 1, Integer::sum));
    return counts;
  }

  /** Names may hold anything; the line must stay one line of four fields. */
  private static String oneLine(String name) {
    StringBuilder out = new StringBuilder(name.length());
    name.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(out::appendCodePoint);
    return out.toString();
  }

  /** Holds back the first findings of each fingerprint, in their order, as many as the baseline has. */
  public Split split(List<Finding> findings) {
    Map<String, Integer> left = counts(entries.stream().map(Entry::fingerprint));
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
