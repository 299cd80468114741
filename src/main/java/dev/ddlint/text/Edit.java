package dev.ddlint.text;

/** Replaces a place by other text; an empty span inserts. */
public record Edit(Place place, String replacement) {

  /** Whether both cannot be made at once. Two insertions at one offset neither: nothing says which comes first. */
  public boolean touches(Edit other) {
    return place.file() == other.place.file() && place.span().start() <= other.place.span().end()
        && other.place.span().start() <= place.span().end();
  }
}
