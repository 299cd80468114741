/**
 * What statements say: sealed records with exact spans, free of any parser's types. Knows no catalog, no file
 * layout and no rule; an absent thing is an {@link java.util.Optional} or an empty list, never null.
 */
@NullMarked
package dev.ddlint.ir;

import org.jspecify.annotations.NullMarked;
