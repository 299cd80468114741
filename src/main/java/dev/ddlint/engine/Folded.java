package dev.ddlint.engine;

import dev.ddlint.rule.Schema;
import java.util.Optional;

/**
 * What the migrations beside a Prisma schema lead to.
 *
 * @param now empty where there are none, or where one could not be read
 * @param before as far as the base of a review has them; the same in an audit
 */
record Folded(Optional<Schema.Migrated> now, Optional<Schema.Migrated> before) {}
