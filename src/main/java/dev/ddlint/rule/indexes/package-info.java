/** Rules about indexes that are missing, idle or wrong. */
@NullMarked
package dev.ddlint.rule.indexes;

import org.jspecify.annotations.NullMarked;
