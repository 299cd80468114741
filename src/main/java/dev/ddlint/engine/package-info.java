/**
 * Drives a run: reads files, folds histories, lets the rules speak, applies precedence and suppressions, and decides
 * what is reported. Knows no output format.
 */
@NullMarked
package dev.ddlint.engine;

import org.jspecify.annotations.NullMarked;
