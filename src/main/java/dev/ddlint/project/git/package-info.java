/**
 * Asks git what has changed since a commit, by calling {@code git} with fixed arguments. Knows paths and bytes, no
 * layout and no migration.
 */
@NullMarked
package dev.ddlint.project.git;

import org.jspecify.annotations.NullMarked;
