/** Rules about Prisma schemas as such: what Prisma would refuse, and whether the migrations keep up with the schema. */
@NullMarked
package dev.ddlint.rule.prisma;

import org.jspecify.annotations.NullMarked;
