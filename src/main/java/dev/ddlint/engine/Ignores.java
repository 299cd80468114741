package dev.ddlint.engine;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.Configuration.Ignore;
import dev.ddlint.config.Standpoint;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Silenced;
import dev.ddlint.finding.Silenced.Means;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.text.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The configuration's {@code ignore:} entries: findings silenced from outside of files that nobody may edit. */
final class Ignores {
  private final Standpoint from;
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> expired = new ArrayList<>();

  /** An entry that holds, and whether there was anything for it. */
  private static final class Entry {
    private final Ignore said;
    private final Set<String> rules;
    private final Optional<PathGlob> path;
    private boolean used;

    private Entry(Ignore said, Set<String> rules, Optional<PathGlob> path) {
      this.said = said;
      this.rules = rules;
      this.path = path;
    }

    private boolean silences(Finding finding) {
      if (!rules.contains(finding.rule()) || !said.object().map(name -> isOf(name, finding)).orElse(true)) {
        return false;
      }
      boolean here = reaches(finding.place());
      // What stands at two places is told at the one or the other, as the run goes.
      used |= here || finding.related().stream().anyMatch(related -> reaches(related.place()));
      return here;
    }

    private boolean reaches(Place place) {
      return path.map(glob -> glob.matches(place.file().path())).orElse(true);
    }
  }

  /** Headlines name objects of the schema {@code public} without it, and so may an entry. */
  private static boolean isOf(String name, Finding finding) {
    String object = finding.object().name();
    return object.equals(name) || object.equals("public." + name);
  }

  /** @param today asked only when an entry expires */
  Ignores(Configuration configuration, RuleIndex index, Supplier<LocalDate> today) {
    this.from = configuration.standpoint();
    for (Ignore ignore : configuration.ignores()) {
      if (ignore.until().isPresent() && today.get().isAfter(ignore.until().get())) {
        expired.add(named(ignore) + " held until "
            + ignore.until().get() + " and is over; its findings are reported again");
      } else {
        Set<String> rules = new TreeSet<>(Set.of(ignore.rule()));
        index.byAlias(ignore.rule()).forEach(rule -> rules.add(rule.id()));
        entries.add(new Entry(ignore, rules, ignore.path().map(glob -> new PathGlob(from, glob))));
      }
    }
  }

  private String named(Ignore ignore) {
    return from.name() + ":" + ignore.line() + ": the entry for " + ignore.rule();
  }

  /** What is to be said of entries that hold no longer. */
  List<String> expired() {
    return expired;
  }

  /**
   * What is to be said of entries that hold and had nothing to silence, when all rules have spoken.
   *
   * @param judged the rules that had their say
   */
  List<String> unused(Set<String> judged) {
    return entries.stream().filter(entry -> !entry.used && entry.rules.stream().anyMatch(judged::contains))
        .map(entry -> named(entry.said) + " silences nothing: no finding matches it; take it out, or correct it")
        .toList();
  }

  /** The finding as the first entry silences it, if one does; all that would are remembered as used. */
  Optional<Silenced> silence(Finding finding) {
    Optional<Silenced> silenced = Optional.empty();
    for (Entry entry : entries) {
      if (entry.silences(finding) && silenced.isEmpty()) {
        silenced = Optional.of(Silenced.outside(finding, Means.CONFIGURATION, entry.said.reason().orElse("")));
      }
    }
    return silenced;
  }
}
