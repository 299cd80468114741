package dev.ddlint.project;

import java.nio.file.Path;

/**
 * One file of a history.
 *
 * @param version what the tool sorts and records by; empty for Flyway's repeatable migrations
 * @param name the file's or folder's name, as the tool shows it
 * @param direction DOWN files are never part of the order going up
 * @param file absolute and normalised
 * @param shownPath relative to the working directory, with forward slashes
 */
public record Migration(String version, String name, Direction direction, Path file, String shownPath) {}
