/** Rules about locks that block production while a migration runs. */
@NullMarked
package dev.ddlint.rule.locks;

import org.jspecify.annotations.NullMarked;
