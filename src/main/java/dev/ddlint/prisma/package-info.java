/**
 * What a Prisma schema means: the statements by which Prisma's engine would make its database from nothing, each
 * part with the span of the Prisma clause that causes it, and the way back from database names to that clause.
 * Knows no migration history, no lock and no rule.
 */
@NullMarked
package dev.ddlint.prisma;

import org.jspecify.annotations.NullMarked;
