/**
 * Whose a row is: finds the tenant of a schema from names and foreign keys, and how each table belongs to it. Reads the
 * catalog and knows no rule.
 */
@NullMarked
package dev.ddlint.catalog.tenancy;

import org.jspecify.annotations.NullMarked;
