/** What a project's {@code ddlint.yaml} and the command line say. Knows no rule's class and no file but its own. */
@NullMarked
package dev.ddlint.config;

import org.jspecify.annotations.NullMarked;
