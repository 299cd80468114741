package dev.ddlint.rule;

import dev.ddlint.ir.Statement;
import dev.ddlint.text.SourceFile;
import java.util.List;

/**
 * What takes a migration back.
 *
 * @param file of its own, or the migration's
 * @param statements in order; empty when there is nothing but comments
 */
public record Down(SourceFile file, List<Statement> statements) {}
