/** Writes what was found and what was folded, one class a format. Knows no rule. */
@NullMarked
package dev.ddlint.report;

import org.jspecify.annotations.NullMarked;
