package dev.ddlint.project;

/** Which way a file, or a part of it, takes the schema. */
public enum Direction {
  UP, DOWN,
  /** One file holds both ways, told apart by markers; its sections are either UP or DOWN. */
  BOTH
}
