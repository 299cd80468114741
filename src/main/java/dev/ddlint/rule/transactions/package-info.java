/** Rules about transactions: what may not run in one, and what one must not span. */
@NullMarked
package dev.ddlint.rule.transactions;

import org.jspecify.annotations.NullMarked;
