/**
 * The Prisma schema language: text to tree. {@link dev.ddlint.parse.prisma.PrismaReader} reads a file line by
 * line as Prisma does; the records are what it found, each with its span. The tree says what is written, not
 * what it means: whether a type or an attribute exists is not asked here.
 */
@NullMarked
package dev.ddlint.parse.prisma;

import org.jspecify.annotations.NullMarked;
