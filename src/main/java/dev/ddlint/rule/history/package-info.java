/**
 * Rules about the migrations themselves: their names, versions, ways back, and what became of them since the base of a
 * review.
 */
@NullMarked
package dev.ddlint.rule.history;

import org.jspecify.annotations.NullMarked;
