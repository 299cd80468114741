/**
 * The schema as a server would hold it, folded from statements without one: immutable objects, the state of a session,
 * and the changes that each statement makes. Knows no files' layout, no lock and no rule.
 */
@NullMarked
package dev.ddlint.catalog;

import org.jspecify.annotations.NullMarked;
