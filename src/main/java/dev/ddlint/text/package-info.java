/**
 * Source text: files, spans, positions, edits. Offsets are UTF-16 code units, as in {@link String} and SARIF.
 * Knows nothing of SQL, of Prisma or of rules.
 */
@NullMarked
package dev.ddlint.text;

import org.jspecify.annotations.NullMarked;
