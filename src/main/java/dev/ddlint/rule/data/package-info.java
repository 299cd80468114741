/** Rules about rows: they are lost, or they make a migration fail. */
@NullMarked
package dev.ddlint.rule.data;

import org.jspecify.annotations.NullMarked;
