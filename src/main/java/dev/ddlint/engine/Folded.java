package dev.ddlint.engine;

import dev.ddlint.catalog.Catalog;
import java.util.Optional;

/**
 * What the migrations beside a Prisma schema lead to.
 *
 * @param now empty where there are none, or where something in them was not understood
 * @param before as far as the base of a review has them; the same in an audit
 */
record Folded(Optional<Catalog> now, Optional<Catalog> before) {}
