package dev.ddlint.engine;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.Configuration.Ignore;
import dev.ddlint.config.Standpoint;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Silenced;
import dev.ddlint.finding.Silenced.Means;
import dev.ddlint.rule.RuleIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The configuration's {@code ignore:} entries: findings silenced from outside of files that nobody may edit. */
final class Ignores {
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> expired = new ArrayList<>();

  private record Entry(Set<String> rules, Optional<String> object, Optional<PathGlob> path, String reason) {
    boolean matches(Finding finding) {
      return rules.contains(finding.rule()) && object.map(name -> isOf(name, finding)).orElse(true)
          && path.map(glob -> glob.matches(finding.place().file().path())).orElse(true);
    }
  }

  /** Headlines name objects of the schema {@code public} without it, and so may an entry. */
  private static boolean isOf(String name, Finding finding) {
    String object = finding.object().name();
    return object.equals(name) || object.equals("public." + name);
  }

  /** @param today asked only when an entry expires */
  Ignores(Configuration configuration, RuleIndex index, Supplier<LocalDate> today) {
    Standpoint from = configuration.standpoint();
    for (Ignore ignore : configuration.ignores()) {
      if (ignore.until().isPresent() && today.get().isAfter(ignore.until().get())) {
        expired.add("ddlint.yaml:" + ignore.line() + ": the entry for " + ignore.rule() + " held until "
            + ignore.until().get() + " and is over; its findings are reported again");
      } else {
        Set<String> rules = new TreeSet<>(Set.of(ignore.rule()));
        index.byAlias(ignore.rule()).forEach(rule -> rules.add(rule.id()));
        entries.add(new Entry(rules, ignore.object(), ignore.path().map(glob -> new PathGlob(from, glob)),
            ignore.reason().orElse("")));
      }
    }
  }

  /** What is to be said of entries that hold no longer. */
  List<String> expired() {
    return expired;
  }

  /** The finding as the first entry silences it, if one does. */
  Optional<Silenced> silence(Finding finding) {
    return entries.isEmpty()
        ? Optional.empty()
        : entries.stream().filter(entry -> entry.matches(finding)).findFirst()
            .map(entry -> Silenced.outside(finding, Means.CONFIGURATION, entry.reason()));
  }
}
