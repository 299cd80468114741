/**
 * What a predicate of a policy or a data statement lets through: which rows it ties to the session, and what becomes of it
 * when the session says nothing. Reads trees and the catalog's functions; knows no rule.
 */
@NullMarked
package dev.ddlint.catalog.predicate;

import org.jspecify.annotations.NullMarked;
