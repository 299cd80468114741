/**
 * Paths to projects: which files make one migration history, in which order its tool applies them, how far that
 * tool's transactions reach, and in which dialect the files are written. Decides by listings first and opens files
 * only where a layout cannot be told otherwise. Knows no statement, no catalog and no rule.
 */
@NullMarked
package dev.ddlint.project;

import org.jspecify.annotations.NullMarked;
