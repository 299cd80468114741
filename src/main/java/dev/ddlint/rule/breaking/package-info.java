/** Rules about changes after which running code stops working. */
@NullMarked
package dev.ddlint.rule.breaking;

import org.jspecify.annotations.NullMarked;
