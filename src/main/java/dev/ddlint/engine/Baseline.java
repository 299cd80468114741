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
import java.util.function.UnaryOperator;
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

  /** A line. What stands behind the fingerprint is for those who read the file, and for runs that look at some files. */
  private record Entry(String fingerprint, String rule, String object, String file) {

    static Entry of(Finding finding, UnaryOperator<String> named) {
      return new Entry(finding.fingerprint(), finding.rule(), oneLine(finding.object().name()),
          oneLine(named.apply(finding.place().file().path())));
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
              + " hexadecimal digits, not `" + fingerprint
              + "`; take the line out, or the file away: `ddlint baseline` writes it anew");
        }
        entries.add(new Entry(fingerprint, field(fields, 1), field(fields, 2), field(fields, 3)));
      }
    }
    return new Baseline(List.copyOf(entries));
  }

  private static String field(String[] fields, int number) {
    return number < fields.length ? fields[number] : "";
  }

  /**
   * One that holds back all of these findings.
   *
   * @param named the path of a report as the baseline's readers are to see it
   */
  public static Baseline of(List<Finding> findings, UnaryOperator<String> named) {
    return new Baseline(findings.stream().map(finding -> Entry.of(finding, named)).toList());
  }

  /**
   * That of today, and what this one holds back in files that the run did not look at.
   *
   * @param seen whether the run would have found what is in a file
   */
  public Baseline renewed(Baseline today, Predicate<String> seen) {
    return new Baseline(Stream.concat(today.entries.stream(),
        without(entries, today.entries).stream().filter(entry -> !seen.test(entry.file()))).toList());
  }

  /**
   * Without the entries of what is found no longer.
   *
   * @param today all that a run finds
   * @param seen whether the run would have found what is in a file; entries of other files stay
   */
  public Baseline pruned(Baseline today, Predicate<String> seen) {
    List<Entry> gone = without(entries, today.entries);
    Map<String, Integer> movable = fingerprints(gone);
    List<Entry> moved = without(today.entries, entries).stream().filter(e -> takes(movable, e.fingerprint())).toList();
    Map<String, Integer> elsewhere = fingerprints(moved);
    // What has moved came from a file that was seen, where there is one.
    Stream<Entry> unseen = gone.stream().sorted(Order.by(entry -> !seen.test(entry.file())))
        .filter(entry -> !takes(elsewhere, entry.fingerprint()) && !seen.test(entry.file()));
    return new Baseline(
        Stream.of(without(entries, gone).stream(), moved.stream(), unseen).flatMap(each -> each).toList());
  }

  /** The entries that the others lack, as often as they lack them. */
  private static List<Entry> without(List<Entry> all, List<Entry> others) {
    Map<Entry, Integer> left = counts(others.stream());
    return all.stream().filter(entry -> !takes(left, entry)).toList();
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

  private static Map<String, Integer> fingerprints(List<Entry> entries) {
    return counts(entries.stream().map(Entry::fingerprint));
  }

  private static <K> Map<K, Integer> counts(Stream<K> keys) {
    Map<K, Integer> counts = new HashMap<>();
    keys.forEach(key -> counts.merge(key, 1, Integer::sum));
    return counts;
  }

  /** Takes one of what is left. */
  private static <K> boolean takes(Map<K, Integer> left, K key) {
    boolean there = left.getOrDefault(key, 0) > 0;
    left.computeIfPresent(key, (k, count) -> count - 1);
    return there;
  }

  /** Names may hold anything; the line must stay one line of four fields. */
  private static String oneLine(String name) {
    StringBuilder out = new StringBuilder(name.length());
    name.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(out::appendCodePoint);
    return out.toString();
  }

  /** Holds back the first findings of each fingerprint, in their order, as many as the baseline has. */
  public Split split(List<Finding> findings) {
    Map<String, Integer> left = fingerprints(entries);
    List<Finding> reported = new ArrayList<>();
    List<Finding> heldBack = new ArrayList<>();
    for (Finding finding : findings) {
      (takes(left, finding.fingerprint()) ? heldBack : reported).add(finding);
    }
    return new Split(reported, heldBack);
  }
}
