package dev.ddlint.finding;

import dev.ddlint.text.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An edit of the text that removes the finding and keeps the schema that results. */
public record Fix(String description, List<Edit> edits) {

  /** Both at once; nothing when they are not of one kind or their edits touch. */
  Optional<Fix> and(Fix other) {
    List<Edit> more = other.edits.stream().filter(edit -> !edits.contains(edit)).toList();
    boolean apart = more.stream().noneMatch(edit -> edits.stream().anyMatch(edit::touches));
    return description.equals(other.description) && apart
        ? Optional.of(new Fix(description, Stream.concat(edits.stream(), more.stream()).toList()))
        : Optional.empty();
  }

  /** The fixes of several findings: those of one kind are one. */
  public static List<Fix> together(List<Fix> fixes) {
    List<Fix> joined = new ArrayList<>();
    for (Fix fix : fixes) {
      int at = 0;
      Optional<Fix> both = Optional.empty();
      while (at < joined.size() && both.isEmpty()) {
        both = joined.get(at++).and(fix);
      }
      if (both.isPresent()) {
        joined.set(at - 1, both.get());
      } else {
        joined.add(fix);
      }
    }
    return joined;
  }
}
