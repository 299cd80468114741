package dev.ddlint.rule;

import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Fix;
import dev.ddlint.finding.Level;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.text.Place;
import dev.ddlint.text.Span;

/** Takes what a rule reports. */
public interface Findings {

  /** Begins a finding at a clause of the file under check. */
  Report report(Span span);

  /** Begins a finding at any place: where an object was made. */
  Report report(Place place);

  /** A finding being written; it counts from the moment that {@link #report} was called. */
  interface Report {

    /** The headline; {@code %s} as in {@link String#format}. */
    Report says(String headline, Object... arguments);

    Report about(ObjectPath object);

    /** The rule's own level applies unless this is called. */
    Report level(Level level);

    /** Adds a fact under a label such as {@code why} or {@code fails}. */
    Report fact(String label, String text, Object... arguments);

    /** Adds the locks, the work and the failure of these effects as facts. */
    Report effects(dev.ddlint.physics.Effects effects);

    Report related(Place place, String message, Object... arguments);

    Report instead(Advice advice);

    Report fix(Fix fix);
  }
}
