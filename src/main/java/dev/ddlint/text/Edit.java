package dev.ddlint.text;

/** Replaces a place by other text; an empty span inserts. */
public record Edit(Place place, String replacement) {}
