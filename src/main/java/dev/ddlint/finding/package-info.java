/** What is said about a place in a file, and what to do instead. Knows no rule and no output format. */
@NullMarked
package dev.ddlint.finding;

import org.jspecify.annotations.NullMarked;
