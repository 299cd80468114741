package dev.ddlint.engine;

import dev.ddlint.config.NearestName;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Silenced;
import dev.ddlint.rule.ForeignRules;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.Suppression;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The comments of one file that silence findings: {@code -- ddlint:ignore ID[, ID]: reason} for the statement that the
 * comment stands in, on the line of, or before; {@code ddlint:ignore-file} for the file.
 */
final class Suppressions {
  private final SourceFile file;
  private final RuleIndex index;
  private final Supplier<LocalDate> today;
  private final List<Entry> found = new ArrayList<>();

  /** A comment, where it holds, and what it has done. */
  private static final class Entry {
    private final Span place;
    private final SuppressionComment comment;
    private final Span scope;
    private final List<Set<String>> rules;
    private final Set<Integer> used = new HashSet<>();
    private final Optional<Suppression.Until> until;

    private Entry(Span place, SuppressionComment comment, Span scope, List<Set<String>> rules,
        Optional<Suppression.Until> until) {
      this.place = place;
      this.comment = comment;
      this.scope = scope;
      this.rules = rules;
      this.until = until;
    }

    /** A comment of squawk's that names no rule means all. */
    private boolean silences(String rule) {
      boolean silenced = comment.foreign() && rules.isEmpty();
      for (int i = 0; i < rules.size(); i++) {
        if (rules.get(i).contains(rule)) {
          used.add(i);
          silenced = true;
        }
      }
      return silenced;
    }

    private boolean passed() {
      return until.filter(Suppression.Until::passed).isPresent();
    }
  }

  Suppressions(SourceFile file, RuleIndex index, Supplier<LocalDate> today) {
    this.file = file;
    this.index = index;
    this.today = today;
  }

  /**
   * Takes in the file's comments.
   *
   * @param places of all of them
   * @param statements the spans of the file's statements (or declarations), in order
   */
  void read(List<Span> places, List<Span> statements) {
    Map<Integer, Integer> comments = new HashMap<>();
    places.forEach(place -> comments.put(place.start(), place.end()));
    List<Span> whole = statements.stream().map(statement -> withSemicolon(statement, comments)).toList();
    places.forEach(place -> comment(place, whole));
  }

  /** A statement's span ends with its last word, and a comment may stand between that and the semicolon. */
  private Span withSemicolon(Span statement, Map<Integer, Integer> comments) {
    String text = file.text();
    int at = statement.end();
    int before = -1;
    while (at > before && at < text.length()) {
      before = at;
      at = Character.isWhitespace(text.charAt(at)) ? at + 1 : comments.getOrDefault(at, at);
    }
    boolean ends = at < text.length() && text.charAt(at) == ';';
    return ends ? new Span(statement.start(), at + 1) : statement;
  }

  private void comment(Span place, List<Span> statements) {
    SuppressionComment.read(file.text(), place, this::isKnown).ifPresent(comment -> {
      Span scope = comment.wholeFile()
          ? new Span(0, file.text().length() + 1)
          : both(place, scope(place, statements));
      List<Set<String>> rules = comment.names().stream().map(name -> rules(name.of(file.text()))).toList();
      found.add(new Entry(place, comment, scope, rules, until(comment)));
    });
  }

  private boolean isKnown(String name) {
    return index.byId(name).isPresent() || !index.byAlias(name).isEmpty() || ForeignRules.why(name).isPresent();
  }

  private Set<String> rules(String name) {
    Set<String> rules = new HashSet<>(Set.of(name));
    index.byAlias(name).forEach(entry -> rules.add(entry.id()));
    return rules;
  }

  private Optional<Suppression.Until> until(SuppressionComment comment) {
    return comment.until().map(span -> {
      Optional<LocalDate> day = comment.day(file.text());
      boolean passed = day.isEmpty() || day.get().isBefore(today.get());
      return new Suppression.Until(span.of(file.text()), new Place(file, span), day, passed);
    });
  }

  /** The statement that the comment stands in, else the last one that ends on its line, else the next one. */
  private Span scope(Span comment, List<Span> statements) {
    int line = file.position(comment.start()).line();
    Optional<Span> before = Optional.empty();
    for (Span statement : statements) {
      if (statement.contains(comment)) {
        return statement;
      }
      if (statement.start() >= comment.end()) {
        return before.orElse(statement);
      }
      before = file.position(statement.end()).line() == line ? Optional.of(statement) : Optional.empty();
    }
    return before.orElse(comment);
  }

  /** What is said of a statement may be said at the comments above it, where these belong to it. */
  private static Span both(Span comment, Span scope) {
    return new Span(Math.min(comment.start(), scope.start()), Math.max(comment.end(), scope.end()));
  }

  /** The finding as the first comment silences it, if one does; all that would are remembered as used. */
  Optional<Silenced> silence(Finding finding) {
    int at = finding.place().span().start();
    Optional<Silenced> silenced = Optional.empty();
    for (Entry entry : found) {
      boolean here = entry.scope.start() <= at && at < entry.scope.end() && !entry.passed();
      if (here && entry.silences(finding.rule()) && silenced.isEmpty()) {
        silenced = Optional.of(Silenced.byComment(finding, entry.comment.reason().of(file.text()),
            new Place(file, entry.place)));
      }
    }
    return silenced;
  }

  /**
   * The comments, when all rules have spoken.
   *
   * @param judged whether a comment about a rule would have been used if there were a finding
   */
  List<Suppression> all(Predicate<String> judged) {
    return found.stream().map(entry -> {
      List<Suppression.Name> names = new ArrayList<>();
      for (int i = 0; i < entry.rules.size(); i++) {
        names.add(name(entry, i, judged));
      }
      return new Suppression(new Place(file, entry.place), entry.comment.foreign(), List.copyOf(names),
          entry.comment.reason().of(file.text()), entry.until);
    }).toList();
  }

  private Suppression.Name name(Entry entry, int i, Predicate<String> judged) {
    Span span = entry.comment.names().get(i);
    String written = span.of(file.text());
    boolean known = isKnown(written);
    return new Suppression.Name(written, new Place(file, span), known,
        known ? Optional.empty() : NearestName.of(written, index.names()),
        entry.rules.get(i).stream().anyMatch(judged), entry.used.contains(i));
  }
}
