/**
 * Text to statements and trees, with exact spans. No input makes a parse throw, and nothing is skipped in
 * silence. Knows no catalog and no rule.
 */
@NullMarked
package dev.ddlint.parse;

import org.jspecify.annotations.NullMarked;
