/** Rules about names. */
@NullMarked
package dev.ddlint.rule.naming;

import org.jspecify.annotations.NullMarked;
