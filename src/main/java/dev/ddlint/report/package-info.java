/**
 * What a run found, written for people and for machines: one class a format. Reads no file and judges nothing; gives
 * the same bytes for the same run.
 */
@NullMarked
package dev.ddlint.report;

import org.jspecify.annotations.NullMarked;
