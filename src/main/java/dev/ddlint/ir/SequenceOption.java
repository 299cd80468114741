package dev.ddlint.ir;

/** A part of a sequence's definition: {@code start}, {@code increment}, {@code owned by} ... with its value as written. */
public record SequenceOption(String name, String value) {}
