/**
 * What a team should know about a change or a schema: one small class a rule, and the interfaces that they implement.
 * A rule asks the physics for facts and holds none itself; it knows neither files' layout nor output.
 */
@NullMarked
package dev.ddlint.rule;

import org.jspecify.annotations.NullMarked;
