/** Rules that keep a row with its tenant. They speak only where a tenant model was found or configured. */
@NullMarked
package dev.ddlint.rule.tenancy;

import org.jspecify.annotations.NullMarked;
