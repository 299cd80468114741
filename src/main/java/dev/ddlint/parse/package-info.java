/**
 * From text to {@link dev.ddlint.ir}: lexing, splitting, and reading of one statement at a time. Reading never throws on
 * any input; what is not understood becomes {@link dev.ddlint.ir.Unrecognized}. Knows nothing of what a statement does.
 */
@NullMarked
package dev.ddlint.parse;

import org.jspecify.annotations.NullMarked;
