/**
 * What a database does with a change: locks, work, failures on existing rows, transaction rules. Facts by engine and
 * version, each with its source; proved against real servers. Knows no rule and no opinion.
 */
@NullMarked
package dev.ddlint.physics;

import org.jspecify.annotations.NullMarked;
