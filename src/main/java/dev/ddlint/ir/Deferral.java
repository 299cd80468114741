package dev.ddlint.ir;

/** When a constraint is checked. */
public record Deferral(boolean deferrable, boolean initiallyDeferred) {
  public static final Deferral NONE = new Deferral(false, false);
}
