package dev.ddlint.engine;

import dev.ddlint.config.Configuration.Ignore;
import dev.ddlint.finding.Finding;
import dev.ddlint.rule.RuleIndex;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The configuration's {@code ignore:} entries: findings silenced from outside of files that nobody may edit. */
final class Ignores {
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(Set<String> rules, Optional<String> object, Optional<PathMatcher> path) {
    boolean matches(Finding finding) {
      return rules.contains(finding.rule()) && object.map(finding.object().name()::equals).orElse(true)
          && path.map(matcher -> matcher.matches(Path.of(finding.place().file().path()))).orElse(true);
    }
  }

  Ignores(List<Ignore> configured, RuleIndex index) {
    for (Ignore ignore : configured) {
      Set<String> rules = new TreeSet<>(Set.of(ignore.rule()));
      index.byAlias(ignore.rule()).forEach(rule -> rules.add(rule.id()));
      entries.add(new Entry(rules, ignore.object(),
          ignore.path().map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))));
    }
  }

  boolean silence(Finding finding) {
    return entries.stream().anyMatch(entry -> entry.matches(finding));
  }
}
