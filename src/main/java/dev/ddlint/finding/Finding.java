package dev.ddlint.finding;

import dev.ddlint.text.Place;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing said about one place.
 *
 * @param rule the rule's id
 * @param headline names the consequence: lower case, no full stop, objects in backticks
 * @param place the clause that does it
 * @param object what it is about: {@code public.users.email}
 * @param facts what stands behind it, in the order to be read
 * @param advice what to do instead
 * @param fixes edits that do it
 * @param fingerprint stays the same when lines move, files are renamed or messages reworded
 * @param transaction the first statement of its file that may be in one transaction with it; empty where nothing runs
 * @param others those that a report tells of together with it
 */
public record Finding(String rule, Level level, String headline, Place place, ObjectPath object, List<Fact> facts,
    List<Related> related, Optional<Advice> advice, List<Fix> fixes, String fingerprint, Optional<Span> transaction,
    Others others) {

  /** A finding that stands alone. */
  public Finding(String rule, Level level, String headline, Place place, ObjectPath object, List<Fact> facts,
      List<Related> related, Optional<Advice> advice, List<Fix> fixes, String fingerprint) {
    this(rule, level, headline, place, object, facts, related, advice, fixes, fingerprint, Optional.empty(),
        Others.NONE);
  }

  /** The same, of which it is known where its transaction begins. */
  public Finding in(Span begin) {
    return new Finding(rule, level, headline, place, object, facts, related, advice, fixes, fingerprint,
        Optional.of(begin), others);
  }

  /** The same at another level. */
  public Finding at(Level other) {
    return new Finding(rule, other, headline, place, object, facts, related, advice, fixes, fingerprint, transaction,
        others);
  }

  /** The same with one fact more. */
  public Finding with(Fact fact) {
    List<Fact> all = new ArrayList<>(facts);
    all.add(fact);
    return new Finding(rule, level, headline, place, object, List.copyOf(all), related, advice, fixes, fingerprint,
        transaction, others);
  }

  /** The same with one related place more. */
  public Finding with(Related place) {
    List<Related> all = new ArrayList<>(related);
    all.add(place);
    return new Finding(rule, level, headline, this.place, object, facts, List.copyOf(all), advice, fixes, fingerprint,
        transaction, others);
  }

  /** This and those told with it. */
  public int count() {
    return 1 + others.findings().size();
  }

  /** @param label one word: {@code lock}, {@code fails}, {@code why}, {@code not seen} */
  public record Fact(String label, String text) {}

  /** Another place that belongs to it: where the object was made. */
  public record Related(Place place, String message) {}

  /**
   * What is told with a finding: the same rule's, behind one statement or one lock; or the change that led to a state, and
   * the other way round, which is another rule's.
   *
   * @param findings each as it would stand alone, in order of place
   * @param oneStatement whether all of them stand in one statement
   */
  public record Others(List<Finding> findings, boolean oneStatement) {
    static final Others NONE = new Others(List.of(), true);
  }
}
