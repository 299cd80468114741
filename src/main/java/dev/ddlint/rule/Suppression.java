package dev.ddlint.rule;

import dev.ddlint.text.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A comment that silences findings, when all rules have spoken.
 *
 * @param place the whole comment
 * @param foreign another tool's comment, which is honoured, and is that tool's to judge
 * @param names the rules as they are written, in order; empty when it names none
 * @param reason what stands behind the names; may be empty
 * @param until when it ends, as it is written
 */
public record Suppression(Place place, boolean foreign, List<Name> names, String reason, Optional<Until> until) {

  /**
   * One name.
   *
   * @param known whether a rule, or an alias of one, is named so
   * @param nearest the name that was probably meant, where it is not known
   * @param judged whether one of its rules was on in this run
   * @param used whether it silenced something
   */
  public record Name(String written, Place place, boolean known, Optional<String> nearest, boolean judged,
      boolean used) {}

  /**
   * A last day.
   *
   * @param day empty when what is written is no date
   * @param passed whether it is over, so that the comment silences nothing; a date that cannot be read is over
   */
  public record Until(String written, Place place, Optional<LocalDate> day, boolean passed) {}
}
