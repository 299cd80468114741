package dev.ddlint.project;

import dev.ddlint.text.Span;

/**
 * A part of a file that is run in one go. The sections of a file follow each other and leave nothing out.
 *
 * @param direction UP or DOWN
 * @param runner how the tool runs this part, its opt-outs applied
 */
public record Section(Direction direction, Span span, RunnerProfile runner) {}
