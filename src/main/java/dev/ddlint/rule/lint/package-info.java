/** Rules about the run itself: what could not be read, and what was silenced. */
@NullMarked
package dev.ddlint.rule.lint;

import org.jspecify.annotations.NullMarked;
