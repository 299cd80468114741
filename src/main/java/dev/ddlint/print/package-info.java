/**
 * SQL from statements, for advice: names quoted where they must be, one statement a line. What is printed reads back as
 * an equal statement. Knows no catalog and no rule.
 */
@NullMarked
package dev.ddlint.print;

import org.jspecify.annotations.NullMarked;
