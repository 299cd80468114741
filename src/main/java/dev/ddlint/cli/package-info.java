/**
 * The command line: verbs, options, exit codes. Each verb reads its arguments into a request and hands it on; what a
 * run does is not decided here.
 */
@NullMarked
package dev.ddlint.cli;

import org.jspecify.annotations.NullMarked;
