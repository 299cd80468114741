/**
 * Rules that keep a row with its tenant. They speak only where a tenant model was found or configured; those about row
 * security also where it is used without tenants, for each row is a user's then.
 */
@NullMarked
package dev.ddlint.rule.tenancy;

import org.jspecify.annotations.NullMarked;
