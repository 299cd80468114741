/** Rules about the shape of tables: keys, references, types. */
@NullMarked
package dev.ddlint.rule.design;

import org.jspecify.annotations.NullMarked;
