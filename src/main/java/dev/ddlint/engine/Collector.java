package dev.ddlint.engine;

import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Finding.Fact;
import dev.ddlint.finding.Finding.Related;
import dev.ddlint.finding.Fingerprint;
import dev.ddlint.finding.Fix;
import dev.ddlint.finding.Level;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.physics.Effects;
import dev.ddlint.physics.Lock;
import dev.ddlint.physics.LockMode;
import dev.ddlint.rule.Findings;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Collects what one rule reports about one change or schema. */
final class Collector implements Findings {
  private final ActiveRules.Active<?> rule;
  private final Optional<SourceFile> file;
  private final boolean aboutSchema;
  private final List<Draft> drafts = new ArrayList<>();

  /** @param file the file under check; empty for a rule about a schema, whose findings name their places */
  Collector(ActiveRules.Active<?> rule, Optional<SourceFile> file) {
    this.rule = rule;
    this.file = file;
    this.aboutSchema = file.isEmpty();
  }

  @Override
  public Report report(Span span) {
    SourceFile here = file.orElseThrow(() -> new IllegalStateException("a rule about a schema names whole places"));
    return report(new Place(here, span));
  }

  @Override
  public Report report(Place place) {
    Draft draft = new Draft(place);
    drafts.add(draft);
    return draft;
  }

  List<Finding> finish() {
    return drafts.isEmpty() ? List.of() : drafts.stream().map(Draft::finish).toList();
  }

  /** A finding being written. */
  private final class Draft implements Report {
    private final Place place;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Related> related = new ArrayList<>();
    private final List<Fix> fixes = new ArrayList<>();
    private String headline = "";
    private ObjectPath object = new ObjectPath("statement", "");
    private Level level = rule.entry().level();
    private Optional<Advice> advice = Optional.empty();

    private Draft(Place place) {
      this.place = place;
    }

    @Override
    public Report says(String text, Object... arguments) {
      headline = format(text, arguments);
      return this;
    }

    @Override
    public Report about(ObjectPath subject) {
      object = subject;
      return this;
    }

    @Override
    public Report level(Level other) {
      level = other;
      return this;
    }

    @Override
    public Report fact(String label, String text, Object... arguments) {
      facts.add(new Fact(label, format(text, arguments)));
      return this;
    }

    @Override
    public Report effects(Effects effects) {
      if (!effects.locks().isEmpty()) {
        facts.add(new Fact("lock", locks(effects.locks()) + " until the transaction ends" + work(effects)));
      }
      effects.failure().ifPresent(failure -> facts.add(new Fact("fails", "when " + failure.when())));
      return this;
    }

    @Override
    public Report related(Place other, String message, Object... arguments) {
      related.add(new Related(other, format(message, arguments)));
      return this;
    }

    @Override
    public Report instead(Advice given) {
      advice = Optional.of(given);
      return this;
    }

    @Override
    public Report fix(Fix fix) {
      fixes.add(fix);
      return this;
    }

    private Finding finish() {
      String clause = aboutSchema || object.isMigration() ? "" : place.text();
      return new Finding(rule.entry().id(), rule.override().orElse(level), headline, place, object, List.copyOf(facts),
          List.copyOf(related), advice, List.copyOf(fixes), Fingerprint.of(rule.entry().id(), object, clause));
    }
  }

  /** {@code SHARE ROW EXCLUSIVE on a and b, ACCESS SHARE on c}. */
  private static String locks(List<Lock> locks) {
    Map<LockMode, List<String>> byMode = new LinkedHashMap<>();
    locks.forEach(lock -> byMode.computeIfAbsent(lock.mode(), mode -> new ArrayList<>())
        .add(lock.table().displayName()));
    List<String> parts = new ArrayList<>();
    byMode.forEach((mode, tables) -> parts.add(mode.sql() + " on " + String.join(" and ", tables)));
    return String.join(", ", parts);
  }

  private static String work(Effects effects) {
    String tables = String.join(", ", effects.work().tables().stream().map(t -> t.displayName()).distinct().toList());
    String depends = effects.unseen().isPresent() ? " if it comes to it" : "";
    return switch (effects.work().kind()) {
      case CATALOG_ONLY, ROWS -> "";
      case SCAN -> "; scan of " + tables + depends;
      case INDEX_BUILD -> "; index build on " + tables + depends;
      case REWRITE -> "; rewrite of " + tables + depends;
    };
  }

  private static String format(String text, Object... arguments) {
    return arguments.length == 0 ? text : String.format(Locale.ROOT, text, arguments);
  }
}
